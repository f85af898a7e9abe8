"""The published calendar: by month, with the day's name, as far as one may know."""

from collections.abc import Callable
from datetime import date

import pytest

from clubs.models.clubs import Club, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.people import Person
from clubs.web.month import Month, month_at
from tests.events.reading import part
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_coming_events_are_grouped_by_month(build: Builder, visitor: Visit) -> None:
    club = build.club()
    build.event(club, date(2026, 11, 30), title="End of November")
    build.event(club, date(2026, 12, 1), title="First of December")
    build.event(club, date(2026, 11, 16), title="This very day")
    build.event(club, date(2026, 11, 15), title="Over")
    page = visitor(build.student()).get("/events")
    headings = [one.get_text() for one in page.page.select("main h2")]
    assert headings == ["November 2026", "December 2026"]
    first = part(page, "section").get_text()
    assert "This very day" in first
    assert "Mon, Nov 30, 12:05" in " ".join(first.split())
    assert "First of December" not in first
    assert "Over" not in page.words


def test_an_empty_calendar_invites(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    build.club(leader=leader)
    assert "Look at the clubs" in visitor(build.student()).get("/events").words
    assert "Your club can start something" in visitor(leader).get("/events").words


def test_a_month_is_a_table_of_weeks_with_its_events_below(
    build: Builder, visitor: Visit
) -> None:
    club = build.club()
    for day in (1, 30, 30):
        build.event(club, date(2026, 11, day), title=f"On the {day}.")
    build.event(club, date(2026, 10, 31), title="Before")
    build.event(club, date(2026, 12, 1), title="After")
    page = visitor(build.student()).get("/events/2026-11")
    cells = [cell.get_text(" ", strip=True) for cell in page.page.select("table td")]
    assert len(cells) % 7 == 0
    assert [cell.split()[0] for cell in cells if cell] == [str(n) for n in range(1, 31)]
    assert "30 – 2 events" in cells
    assert "16 today" in cells
    links = [str(one["href"]) for one in page.page.select("table a")]
    assert links == ["#day-1", "#day-30"]
    assert all(page.page.select_one(link) for link in links)
    assert "On the 30." in page.words
    assert "Before" not in page.words
    assert "After" not in page.words
    heads = [one.get_text() for one in page.page.select("table th")]
    column = cells.index("16 today") % 7
    assert heads[column] == "Mon"


def test_one_turns_the_pages_of_the_calendar(build: Builder, visitor: Visit) -> None:
    visit = visitor(build.student())
    page = visit.get("/events/2026-12")
    assert part(page, "a[rel=prev]")["href"] == "/events/2026-11"
    assert part(page, "a[rel=next]")["href"] == "/events/2027-01"
    assert "Nothing this month" in page.words
    assert visit.get("/events/2000-01").page.select("a[rel=prev]") == []
    assert visit.get("/events/2099-12").page.select("a[rel=next]") == []


@pytest.mark.parametrize(
    "address",
    "2026-13 2026-00 2026-1 1999-12 2100-01 26-11 2026-011 0000-00 x 2026-11%0A "
    "2026-11-01 -2026-11 ٢٠٢٦-١١ 99999999999999999999-01".split(),
)
def test_what_is_no_month_is_not_there(
    build: Builder, visitor: Visit, address: str
) -> None:
    visitor(build.student()).get(f"/events/{address}", expect=404)


@pytest.mark.parametrize("year, month", [(2026, 1), (2026, 12), (2028, 2), (2000, 1)])
def test_months_follow_each_other(year: int, month: int) -> None:
    one = Month(year, month)
    assert one.next is not None
    assert one.next.previous == one
    assert one.after == one.next.first
    assert month_at(one.address) == one


OWN = "student staff admin caregiver".split()
SHOWN = {
    EventAudience.STUDENTS: "student staff admin".split(),
    EventAudience.SCHOOL: "student staff admin".split(),
    EventAudience.FAMILIES: OWN,
    EventAudience.COMMUNITY: OWN,
}


@pytest.mark.parametrize("kind", OWN)
@pytest.mark.parametrize("audience", list(EventAudience))
def test_an_event_is_shown_to_those_it_is_for(
    build: Builder, visitor: Visit, audience: EventAudience, kind: str
) -> None:
    event = build.event(build.club(), date(2026, 11, 30), audience=audience)
    visit = visitor(getattr(build, kind)())
    shown = kind in SHOWN[audience]
    visit.get(f"/e/{event.id}", expect=200 if shown else 404)
    assert ("Pink Shirt Day" in visit.get("/events").words) is shown
    assert ("Pink Shirt Day" in visit.get("/events/2026-11").words) is shown


@pytest.mark.parametrize("state", list(EventState))
def test_only_what_was_said_yes_to_is_published(
    build: Builder, visitor: Visit, state: EventState
) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    event = build.event(club, date(2026, 11, 30), state=state)
    published = state in (EventState.APPROVED, EventState.CANCELLED)
    for person in (build.student(), build.admin(), leader):
        words = visitor(person).get("/events").words
        assert ("Pink Shirt Day" in words) is published
        assert ("Cancelled" in words) is (state is EventState.CANCELLED)
    visitor(build.student()).get(f"/e/{event.id}", expect=200 if published else 404)
    assert "Pink Shirt Day" in visitor(leader).get(f"/e/{event.id}").words


def somebody(build: Builder, club: Club, who: str) -> Person:
    if who in ("staff", "admin", "caregiver"):
        person: Person = getattr(build, who)()
    elif who == "sponsor":
        person = build.staff()
        build.sponsorship(club, person)
    else:
        person = build.student()
    if who in ("member", "leader"):
        build.member(club, person, role=who)
    return person


@pytest.mark.parametrize(
    "who", "classmate staff admin caregiver member leader sponsor".split()
)
@pytest.mark.parametrize("step", list(Step))
def test_the_club_behind_it_is_named_only_to_those_who_may_know_of_it(
    build: Builder, visitor: Visit, step: Step, who: str
) -> None:
    club = build.club(step, name="The Lanterns")
    event = build.event(club, date(2026, 11, 30), audience=EventAudience.FAMILIES)
    visit = visitor(somebody(build, club, who))
    named = step is not Step.UNLISTED or who in ("member", "leader", "sponsor")
    for address in (f"/e/{event.id}", "/events", "/events/2026-11"):
        page = visit.get(address)
        assert ("The Lanterns" in page.text) is named
        assert ("A school club" in page.words) is not named
        assert named or club.id not in page.text


def test_no_title_names_event_or_club(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader, name="The Lanterns")
    event = build.event(club, date(2026, 11, 30))
    for address in (
        f"/e/{event.id}",
        f"/e/{event.id}/cancel",
        "/events",
        "/events/2026-11",
        f"/c/{club.id}/events/propose",
    ):
        title = visitor(leader).get(address).page.title
        assert title is not None
        assert "Pink" not in title.get_text()
        assert "Lanterns" not in title.get_text()


def test_events_of_another_school_are_not_there(build: Builder, visitor: Visit) -> None:
    there = build.another_school()
    event = build.event(build.club(school_id=there.id), date(2026, 11, 30))
    for person in (build.student(), build.admin()):
        visitor(person).get(f"/e/{event.id}", expect=404)
        assert "Pink" not in visitor(person).get("/events").words


def test_many_events_cost_no_more_queries(build: Builder, visitor: Visit) -> None:
    club = build.club()
    visit = visitor(build.student())
    few = len(visit.get("/events").queries)
    for day in range(17, 31):
        build.event(club, date(2026, 11, day))
    assert len(visit.get("/events").queries) == few


def test_strangers_are_sent_to_sign_in(build: Builder, visitor: Visit) -> None:
    event = build.event(build.club())
    for address in ("/events", "/events/2026-11", "/events/nonsense", f"/e/{event.id}"):
        assert visitor().get(address, expect=303).location == "/sign-in"
