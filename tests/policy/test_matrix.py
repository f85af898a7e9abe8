"""The matrix: viewer × step × surface. A new page or mail that is not in it fails.

READS says which marks of a club each viewer can read anywhere on the site; SURFACES says
which marks a page may carry at all. What is found must be in both, and all of READS must
be found somewhere.
"""

import pytest
from flask import Flask
from jinja2 import meta

from clubs.config import PROJECT
from clubs.models.clubs import Step
from tests.factories import Builder
from tests.policy.cast import (
    AGENDA,
    FIRST_MEETING,
    HANDLE,
    HANDLES,
    NAME,
    NOTE,
    PLACE,
    PURPOSE,
    REWORDING,
    Cast,
)
from tests.policy.walking import IDS, addresses, album_ids, rules
from tests.visitor import Visitor

# N name · P purpose · F first meeting · W when and where · H others' handles
# M members' real names · Q what somebody wrote who asks to join · R a change that waits
# fmt: off
READS = {
    # who               open       private    confidential  unlisted
    "classmate":       ("NPFW",    "NPFW",    "NPF",        ""),
    "teacher":         ("NPFW",    "NPFW",    "NPF",        ""),
    "other_sponsor":   ("NPFW",    "NPFW",    "NPF",        ""),
    "caregiver":       ("NPFW",    "NPFW",    "NP",         ""),
    "admin":           ("NPFWR",   "NPFWR",   "NPFR",       "NPR"),
    "asked":           ("NPFW",    "NPFW",    "NPF",        "N"),
    "member":          ("NPFWM",   "NPFWH",   "NPFW",       "NPFW"),
    "leader":          ("NPFWMQR", "NPFWHQR", "NPFWHR",     "NPFWHR"),
    "sponsor":         ("NPFWMQR", "NPFWHQR", "NPFWHQR",    "NPFWHQR"),
    "foreign_student": ("",        "",        "",           ""),
    "foreign_admin":   ("",        "",        "",           ""),
}
# fmt: on

# Which marks a page may carry for anybody at all. Whatever is not here carries none.
SURFACES = {
    "today.today": "NW",
    "today.week": "NW",
    "directory.clubs": "NP",
    "directory.club": "NPFW",
    "directory.view_as": "NPFW",
    "directory.who_sees": "N",
    "membership.my_clubs": "NW",
    "membership.join": "N",
    "membership.leave": "N",
    "membership.people": "NHM",
    "membership.requests": "HMQ",
    "membership.remove": "HM",
    "membership.hand_over": "HM",
    "meetings.of_club": "NW",
    "meetings.meeting": "NWHM",
    "meetings.edit": "W",
    "meetings.move": "W",
    "meetings.later": "W",
    "meetings.cancel": "W",
    "feeds.club": "N",
    "feeds.meeting_file": "W",
    "events.calendar": "N",
    "events.event": "N",
    "events.propose": "N",
    "proposals.waiting": "N",
    "proposals.proposal": "NPR",
    "rooms.room": "N",
    "rooms.requests": "N",
    "rooms.request": "N",
    "school.desk": "N",
    "school.clubs": "N",
}
BARE = """
    feeds.calendar feeds.school
    accounts.account accounts.asked accounts.forgot accounts.set_password accounts.sign_in
    assets.accent demo.personas events.cancel events.edit events.month health.healthz
    meetings.adult meetings.end meetings.name_jobs meetings.plan meetings.room
    meetings.suggest membership.codes
    membership.how_many membership.lead membership.step membership.use_code
    proposals.act proposals.decided proposals.draft proposals.propose proposals.revise
    proposals.school_sponsors
    rooms.rooms rooms.add rooms.change rooms.block rooms.bring
    proposals.school_state proposals.sponsors proposals.state roster.import_clubs
    roster.import_people roster.people roster.person roster.preview_clubs
    roster.preview_people school.add_school school.district
    schooltime.add_kind schooltime.add_slot schooltime.add_term schooltime.bells
    schooltime.calendar schooltime.close_days schooltime.day schooltime.import_calendar
    schooltime.kind schooltime.overview schooltime.preview_calendar schooltime.slot
    schooltime.term schooltime.terms schooltime.week schooltime.weekdays
    screen.screen screen.screens
    school.record school.settings session.stay today.help_now today.privacy
""".split()

# Every mail, and all it may be told: never a club, a person or what it is about.
MAILS = {"update.txt", "invitation.txt", "reset.txt"}
MAIL_WORDS = {"link", "site_name"}


def marks(cast: Cast, step: Step, who: str) -> dict[str, list[str]]:
    """The words that give each mark away; one's own name and handle give nothing away."""
    people = ("member", "leader", "asked")
    handles = {one: f"{start} {HANDLE}" for one, start in HANDLES.items()}
    return {
        "N": [f"{NAME} {step}"],
        "P": [f"{PURPOSE} {step}"],
        "F": [f"{FIRST_MEETING} {step}"],
        "W": [f"{PLACE} {step}", f"{AGENDA} {step}"],
        "H": [f"{handle} {step}" for one, handle in handles.items() if one != who],
        "M": [cast[one].given_name for one in people if one != who],
        "Q": [f"{NOTE} {step}"],
        "R": [f"{REWORDING} {step}"],
    }


def found(text: str, cast: Cast, step: Step, who: str) -> set[str]:
    return {
        mark
        for mark, words in marks(cast, step, who).items()
        if any(word in text for word in words)
    }


@pytest.mark.parametrize("who", READS)
def test_every_page_shows_each_viewer_what_the_ladder_allows(
    app: Flask, build: Builder, cast: Cast, who: str
) -> None:
    visitor = Visitor(app, cast[who].id)
    read: dict[Step, set[str]] = {step: set() for step in Step}
    for rule in rules(app, "GET"):
        for page_of in Step if rule.arguments & set(IDS) else [Step.OPEN]:
            for where in addresses(rule, album_ids(cast, page_of)):
                text = visitor.look("GET", where).text
                for step in Step:
                    seen = found(text, cast, step, who)
                    if step is not page_of or not rule.arguments & set(IDS):
                        seen -= {"M"}  # a name on the roster ties nobody to a club
                    surface = SURFACES.get(rule.endpoint, "")
                    may = set(READS[who][step.height]) & set(surface)
                    assert seen <= may, f"{who}: {seen - may} of the {step} club at {where}"
                    read[step] |= seen
    assert {step: "".join(sorted(read[step])) for step in Step} == {
        step: "".join(sorted(READS[who][step.height])) for step in Step
    }


def test_every_page_is_in_the_matrix(app: Flask) -> None:
    assert {*SURFACES, *BARE} == {rule.endpoint for rule in rules(app, "GET")}


def test_every_mail_is_in_the_matrix_and_is_told_nothing(app: Flask) -> None:
    folder = PROJECT / "templates" / "notices"
    assert {path.name for path in folder.iterdir()} == MAILS
    for path in folder.iterdir():
        tree = app.jinja_env.parse(path.read_text())
        assert meta.find_undeclared_variables(tree) - {"_"} <= MAIL_WORDS
