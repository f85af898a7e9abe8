"""An admin's pages are byte-identical before and after any one person joins (P6).

So are those of another sponsor, of a teacher, of a caregiver and of a classmate: all are
strangers to a club they have nothing to do with.
"""

import re
from datetime import time

import pytest
import time_machine
from flask import Flask

from clubs import belonging, clock
from clubs.belonging import Commitment, Standing, codes
from clubs.meetings import coming, jobs
from clubs.membership.services import answering, joining, leaving
from clubs.membership.services.reminders import set_reminders
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.policy.cast import OUTSIDERS, Cast
from tests.policy.walking import IDS, addresses, album_ids, rules
from tests.visitor import Visitor


def album(app: Flask, visitor: Visitor, cast: Cast) -> dict[str, str]:
    """Every page somebody can open, as its bytes without what chance puts into it."""
    pages = {}
    for rule in rules(app, "GET"):
        for step in Step if rule.arguments & set(IDS) else [Step.OPEN]:
            for where in addresses(rule, album_ids(cast, step)):
                answer = visitor.look("GET", where)
                pages[where] = f"{answer.status} {_plain(answer.text)}"
    return pages


def _plain(text: str) -> str:
    """Without what is sealed anew, and so different, in every answer."""
    return re.sub(r'(name="(?:csrf_token|answers)" value=)"[^"]+"', r"\1", text)


@pytest.fixture(autouse=True)
def _nothing_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name a form offers is drawn by chance; here it is always the first."""
    monkeypatch.setattr("clubs.belonging.storage.secrets.choice", lambda names: names[0])


# All through the services, so that the mails and notices they make are there to be seen.
def asks(build: Builder, cast: Cast, club: Club, person: Person) -> None:
    """An open club is joined at once; an unlisted one is asked with a code."""
    words = joining.Request(f"New {person.id[:4]}", "Please", Commitment.REGULAR)
    with build.acting(person) as actor:
        if club.step is Step.OPEN:
            done = joining.join(actor, club, Commitment.REGULAR)
        elif club.step is Step.UNLISTED:
            on = clock.today(actor.zone) + clock.days(1)
            code = codes.make(club, uses=1, expires_on=on)
            done = joining.ask_with_code(actor, code, words)
            codes.end_codes(club)
        else:
            done = joining.ask(actor, club, words)
    assert done in (joining.Outcome.JOINED, joining.Outcome.ASKED)


def joins(build: Builder, cast: Cast, club: Club, person: Person) -> None:
    asks(build, cast, club, person)
    if club.step is Step.OPEN:
        return
    with build.acting(cast.sponsor) as sponsor:
        one = belonging.of_one(club, person.id)
        assert one is not None
        answering.say_yes(sponsor, club, one.ref)


def waits(build: Builder, _cast: Cast, club: Club, person: Person) -> None:
    build.member(club, person, standing=Standing.WAITING)


def comes_along(build: Builder, cast: Cast, club: Club, person: Person) -> None:
    """Joins, is reminded, says in the morning that they come, and has a job."""
    joins(build, cast, club, person)
    with build.acting(person) as actor:
        set_reminders(actor, club, on=True)
    meeting = cast.meetings[club.step]
    morning = clock.moment(meeting.on_date, time(0, 1), meeting.zone)
    with time_machine.travel(morning, tick=False), build.acting(person) as actor:
        coming.come(actor, club, meeting)
        free = [one for one in jobs.jobs_of(actor, club, meeting) if not one.taken]
        jobs.take(actor, club, meeting, free[0].id)


def leaves(build: Builder, _cast: Cast, club: Club, person: Person) -> None:
    with build.acting(person) as actor:
        leaving.leave(actor, club)


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nothing_an_outsider_opens_changes(
    app: Flask, build: Builder, cast: Cast, who: str
) -> None:
    # On the roster all along: only what they do is new.
    newcomers = {one: build.student() for one in (joins, asks, waits, comes_along)}
    visitor = Visitor(app, cast[who].id)
    before = album(app, visitor, cast)
    assert sum(page.startswith("200") for page in before.values()) > 10
    for changes in (newcomers, {leaves: cast.member}):
        for club in cast.clubs.values():
            for change, person in changes.items():
                change(build, cast, club, person)
        after = album(app, visitor, cast)
        changed = [where for where in before if before[where] != after[where]]
        deeds = " and ".join(change.__name__ for change in changes)
        assert not changed, f"{who} sees that somebody {deeds}: {changed}"


def test_the_eye_would_notice(app: Flask, build: Builder, cast: Cast) -> None:
    """The control: the sponsor does see who asks."""
    newcomer = build.student()
    visitor = Visitor(app, cast.sponsor.id)
    before = album(app, visitor, cast)
    asks(build, cast, cast.clubs[Step.CONFIDENTIAL], newcomer)
    assert album(app, visitor, cast) != before
