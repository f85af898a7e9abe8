"""Proposing an event; changing it when one was asked to."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs.db import db
from clubs.events import services
from clubs.models.clubs import ClubState, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions import NotAllowed
from clubs.review import deciding
from tests.events.reading import again, events, part, proposals
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
FIELDS: dict[str, Any] = {
    "title": "Pink Shirt Day",
    "what": "Wear something *pink*.",
    "on_date": "2027-02-24",
    "starts": "12:05",
    "ends": "12:45",
    "place": "The gym",
    "audience": "families",
    "outsider": "",
}


def test_a_leader_proposes_and_the_sponsor_is_asked(build: Builder, visitor: Visit) -> None:
    leader, sponsor = build.student(), build.staff()
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/events/propose")
    done = visit.submit(page, **FIELDS)
    [event] = events(build)
    [proposal] = proposals(build)
    assert done.location == f"/e/{event.id}"
    assert (event.state, event.club_id) == (EventState.PROPOSED, club.id)
    assert (event.title, event.place) == ("Pink Shirt Day", "The gym")
    assert (event.on_date, event.starts) == (date(2027, 2, 24), time(12, 5))
    assert (event.zone, event.audience) == (build.school.zone, EventAudience.FAMILIES)
    assert (proposal.about, proposal.event_id) == (About.EVENT, event.id)
    assert (proposal.club_id, proposal.stage) == (club.id, Stage.WITH_SPONSOR)
    shown = visit.get(f"/e/{event.id}")
    assert "This is a proposal." in shown.words
    assert part(shown, f"main a[href='/p/{proposal.id}']")
    assert "pink" in part(shown, "main em").get_text()


def test_what_a_sponsor_proposes_goes_to_the_school(build: Builder, visitor: Visit) -> None:
    sponsor = build.staff()
    club = build.club(sponsor=sponsor)
    visitor(sponsor).post(f"/c/{club.id}/events/propose", FIELDS)
    assert [one.stage for one in proposals(build)] == [Stage.WITH_SCHOOL]


def test_without_a_sponsor_to_ask_it_goes_to_the_school(
    build: Builder, visitor: Visit
) -> None:
    leader = build.student()
    visitor(leader).post(f"/c/{build.club(leader=leader).id}/events/propose", FIELDS)
    assert [one.stage for one in proposals(build)] == [Stage.WITH_SCHOOL]


def test_from_proposal_to_calendar(build: Builder, visitor: Visit) -> None:
    leader, sponsor, admin = build.student(), build.staff(), build.admin()
    club = build.club(leader=leader, sponsor=sponsor)
    visitor(leader).post(f"/c/{club.id}/events/propose", FIELDS)
    [event] = events(build)
    classmate = visitor(build.student())
    classmate.get(f"/e/{event.id}", expect=404)
    assert "Pink" not in classmate.get("/events").words
    decide(build, sponsor, deciding.sponsor_accepts)
    decide(build, admin, deciding.accept)
    assert "Pink Shirt Day" in classmate.get("/events").words
    assert "I'm coming" in classmate.get(f"/e/{event.id}").words


def decide(build: Builder, person: Any, deed: Callable[..., None], *words: str) -> None:
    with build.acting(person) as viewer:
        proposal = db.session.scalars(db.select(Proposal)).one()
        deed(viewer, proposal, *(words or ("",)))


def test_a_club_may_have_several_proposals_at_once(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    for title in ("One", "Two"):
        visitor(leader).post(f"/c/{club.id}/events/propose", FIELDS | {"title": title})
    assert len(proposals(build)) == 2


def test_short_notice_is_said_but_refuses_nothing(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    for day in ("2026-11-29", "2026-11-30"):
        visit.post(f"/c/{club.id}/events/propose", FIELDS | {"on_date": day})
    soon, later = events(build)
    assert "less than two weeks" in visit.get(f"/e/{soon.id}").words
    assert "less than two weeks" not in visit.get(f"/e/{later.id}").words


@pytest.mark.parametrize(
    "given, kept, sentence",
    [
        ({"outsider": "A speaker"}, ("A speaker", False), "The school has to hold"),
        (
            {"outsider": "A speaker", "outsider_approved": "y"},
            ("A speaker", True),
            "has been given, says the proposal",
        ),
        ({"outsider": " ", "outsider_approved": "y"}, ("", False), ""),
    ],
)
def test_what_comes_from_outside_is_declared(
    build: Builder,
    visitor: Visit,
    given: dict[str, str],
    kept: tuple[str, bool],
    sentence: str,
) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/events/propose", FIELDS | given)
    [event] = events(build)
    assert (event.outsider, event.outsider_approved) == kept
    words = visit.get(f"/e/{event.id}").words
    assert sentence in words
    assert ("From outside the school" in words) is bool(kept[0])


MISTAKES: list[tuple[dict[str, str], str]] = [
    ({"title": " "}, "Give it a title."),
    ({"title": "x" * 101}, "Use at most 100 characters."),
    ({"what": ""}, "Say what happens"),
    ({"what": "x" * 1501}, "Use at most 1500 characters."),
    ({"on_date": "2026-11-15"}, "That day is over."),
    ({"on_date": "2027-11-18"}, "more than a year away"),
    ({"on_date": "2026-11-16", "starts": "10:00"}, "That time is over already."),
    ({"starts": ""}, "Say what time."),
    ({"ends": "12:05"}, "It has to end after it starts."),
    ({"place": ""}, "Say where."),
    ({"audience": "everyone"}, "Not a valid choice"),
    ({"outsider": "x" * 501}, "Use at most 500 characters."),
]


@pytest.mark.parametrize("wrong, sentence", MISTAKES)
def test_a_mistake_is_explained_and_the_words_are_kept(
    build: Builder, visitor: Visit, wrong: dict[str, str], sentence: str
) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    fields = FIELDS | wrong
    page = visitor(leader).post(f"/c/{club.id}/events/propose", fields, expect=422)
    assert sentence in part(page, ".error-summary").get_text()
    assert fields["what"][:9] in part(page, "textarea[name=what]").get_text()
    assert events(build) == []
    assert proposals(build) == []


def test_html_and_formulas_are_only_words(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    nasty = '=1+1<img src=x onerror="a()">'
    fields = FIELDS | dict.fromkeys(("title", "what", "place", "outsider"), nasty)
    visitor(leader).post(f"/c/{club.id}/events/propose", fields)
    [event] = events(build)
    page = visitor(leader).get(f"/e/{event.id}")
    assert page.words.count(nasty) == 4
    assert not page.page.select("main img")
    assert "=1+1" not in str(page.page.title)


@pytest.mark.parametrize("step", list(Step))
def test_nobody_else_proposes(build: Builder, visitor: Visit, step: Step) -> None:
    member = build.student()
    club = build.club(step)
    build.member(club, member)
    hidden = 404 if step is Step.UNLISTED else 403
    others = (build.student(), build.staff(), build.admin(), build.caregiver())
    for person, expect in [(member, 403), *[(one, hidden) for one in others]]:
        visitor(person).get(f"/c/{club.id}/events/propose", expect=expect)
        visitor(person).post(f"/c/{club.id}/events/propose", FIELDS, expect=expect)
    assert events(build) == []


def test_a_club_that_is_not_running_proposes_nothing(
    build: Builder, visitor: Visit
) -> None:
    leader = build.student()
    club = build.club(leader=leader, state=ClubState.CLOSED)
    visitor(leader).post(f"/c/{club.id}/events/propose", FIELDS, expect=403)


def test_asked_for_changes_one_makes_them_and_goes_on_to_answer(
    build: Builder, visitor: Visit
) -> None:
    leader, sponsor = build.student(), build.staff()
    club = build.club(leader=leader, sponsor=sponsor)
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/events/propose", FIELDS)
    [event] = events(build)
    visit.get(f"/e/{event.id}/edit", expect=403)
    decide(build, sponsor, deciding.ask_for_changes, "Where exactly?")
    assert "as you were asked" in visit.get(f"/e/{event.id}").words
    page = visit.get(f"/e/{event.id}/edit")
    assert part(page, "input[name=title]")["value"] == "Pink Shirt Day"
    bad = visit.submit(page, place="", title="Kept words", expect=422)
    assert part(bad, "input[name=title]")["value"] == "Kept words"
    [proposal] = proposals(build)
    done = visit.submit(page, place="The small gym")
    assert done.location == f"/p/{proposal.id}"
    assert again(build, event).place == "The small gym"
    assert again(build, event).state is EventState.PROPOSED


def test_nobody_else_changes_a_proposed_event(build: Builder, visitor: Visit) -> None:
    leader, sponsor, member = build.student(), build.staff(), build.student()
    club = build.club(leader=leader, sponsor=sponsor)
    build.member(club, member)
    visitor(leader).post(f"/c/{club.id}/events/propose", FIELDS)
    [event] = events(build)
    decide(build, sponsor, deciding.ask_for_changes, "Where exactly?")
    for person in (member, build.student(), build.admin(), build.staff()):
        visitor(person).post(f"/e/{event.id}/edit", FIELDS, expect=404)


def test_a_published_event_is_no_longer_edited(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader))
    visitor(leader).post(f"/e/{event.id}/edit", FIELDS | {"title": "X"}, expect=403)
    assert again(build, event).title == "Pink Shirt Day"
    with build.acting(leader) as viewer, pytest.raises(NotAllowed):
        services.change(viewer, event, None, None)  # type: ignore[arg-type]  # never read
