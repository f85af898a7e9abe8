"""Planning a meeting, or one every week."""

from collections.abc import Callable
from datetime import date, time

import pytest

from clubs.db import db
from clubs.meetings.services import Occasion, plan
from clubs.models.clubs import ClubState, Step
from clubs.models.meetings import MeetingSeries, Rule
from clubs.policy.permissions import NotAllowed
from tests.factories import Builder
from tests.meetings.reading import ONCE, WEEKLY, part, planned, sittings_of
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_a_leader_plans_one_meeting(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/meetings/plan")
    assert visit.submit(page, **ONCE).location == f"/c/{club.id}/meetings"
    [one] = planned(build)
    assert (one.on_date, one.planned_for) == (date(2026, 11, 18), date(2026, 11, 18))
    assert (one.starts, one.ends, one.zone) == (
        time(12, 5),
        time(12, 45),
        build.school.zone,
    )
    assert (one.place, one.series_id, one.school_id) == ("Room 12", None, club.school_id)
    listed = visit.get(f"/c/{club.id}/meetings").words
    assert "Wednesday, November 18" in listed
    assert "12:05–12:45" in listed
    shown = visit.get(f"/m/{one.id}")
    assert part(shown, "main em").get_text() == "say hello"


def test_a_sponsor_plans_every_wednesday_each_a_row(build: Builder, visitor: Visit) -> None:
    sponsor = build.staff()
    club = build.club(sponsor=sponsor)
    visit = visitor(sponsor)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY)
    rows = planned(build)
    assert [one.on_date.isoformat() for one in rows] == [
        "2026-11-18",
        "2026-11-25",
        "2026-12-02",
        "2026-12-09",
        "2026-12-16",
    ]
    assert [one.planned_for for one in rows] == [one.on_date for one in rows]
    with build.site():
        [series] = db.session.scalars(db.select(MeetingSeries)).all()
    assert {one.series_id for one in rows} == {series.id}
    assert (series.weekday, series.first_on) == (2, date(2026, 11, 18))
    assert series.last_on == date(2026, 12, 16)
    assert (series.rule, series.term_id) == (Rule.WEEKLY, None)
    assert "5 meetings are planned." in visit.get("/account").text


def test_a_lunch_brings_its_own_times(build: Builder, visitor: Visit) -> None:
    wave = build.wave("B", time(12, 10))
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/meetings/plan")
    assert "Lunch B, 12:10 to 13:10" in page.words
    visit.submit(page, **(ONCE | {"starts": "", "ends": "", "slots": wave.id}))
    [one] = planned(build)
    assert (one.starts, one.ends) == (time(12, 10), time(13, 10))
    [sitting] = sittings_of(build, one)
    assert sitting.slot_id == wave.id
    assert "Lunch B, 12:10 to 13:10" in visit.get(f"/m/{one.id}").words
    assert "Lunch B" in visit.get(f"/c/{club.id}/meetings").words


def test_two_lunches_are_two_sittings_of_one_meeting(
    build: Builder, visitor: Visit
) -> None:
    slots = [build.wave("A", time(11)), build.wave("C", time(12, 30))]
    leader = build.student()
    club = build.club(leader=leader)
    fields = ONCE | {"starts": "", "ends": "", "slots": [one.id for one in slots]}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    [one] = planned(build)
    assert (one.starts, one.ends) == (time(11), time(13, 30))
    assert [s.slot_id for s in sittings_of(build, one)] == [slot.id for slot in slots]
    shown = visitor(build.student()).get(f"/m/{one.id}").words
    assert "Lunch A, 11:00 to 12:00 Lunch C, 12:30 to 13:30" in shown


LONGER = {"how": "weekly", "last": "day"}
MISTAKES: list[tuple[dict[str, str], str]] = [
    ({"on_date": ""}, "Choose a day."),
    ({"on_date": "soon"}, "Write the day as year-month-day"),
    ({"on_date": "2026-02-30"}, "Write the day as year-month-day"),
    ({"on_date": "2026-11-15"}, "That day is over."),
    ({"on_date": "0001-01-01"}, "That day is over."),
    ({"on_date": "9999-12-31"}, "more than a year away"),
    ({"on_date": "2026-11-16", "starts": "09:59"}, "That time is over already."),
    ({"starts": "", "ends": "12:45"}, "Say when it begins."),
    ({"ends": ""}, "Say when it ends."),
    ({"starts": "noon"}, "Write the time as hours and minutes"),
    ({"starts": "25:00"}, "Write the time as hours and minutes"),
    ({"ends": "12:05"}, "It has to end after it starts."),
    ({"ends": "11:00"}, "It has to end after it starts."),
    ({"place": "   "}, "Say where."),
    ({"place": "x" * 121}, "Use at most 120 characters."),
    ({"agenda": "x" * 4001}, "Use at most 4000 characters."),
    ({"slots": "nobody's"}, "is not a valid choice"),
    ({"room": "nobody's"}, "Not a valid choice"),
    ({"how": "yearly"}, "Not a valid choice"),
    ({"how": "cycle"}, "Not a valid choice"),
    (LONGER | {"until": ""}, "Choose the last day as well."),
    (LONGER | {"on_date": ""}, "Choose a day."),
    (LONGER | {"until": "2026-11-17"}, "The last day has to be after the first."),
    (LONGER | {"until": "2027-08-01"}, "A series ends with the school year"),
    (LONGER | {"until": "someday"}, "Write the day as year-month-day"),
    (LONGER | {"how": "monthly"}, "Choose at least one."),
    ({"how": "dates"}, "Choose a day."),
    ({"how": "dates", "dates-0": "soon"}, "Write the day as year-month-day"),
    ({"how": "dates", "dates-3": "2026-11-15"}, "That day is over."),
    ({"how": "dates", "dates-0": "2026-12-01", "dates-1": "2027-09-01"}, "31st of July"),
]


@pytest.mark.parametrize("wrong, sentence", MISTAKES)
def test_a_mistake_is_explained_and_the_words_are_kept(
    build: Builder, visitor: Visit, wrong: dict[str, str], sentence: str
) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    fields = ONCE | {"agenda": "Tea and talk"} | wrong
    page = visit.post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert sentence in page.words
    assert sentence in part(page, ".error-summary").get_text()
    assert fields["agenda"][:12] in part(page, "textarea").get_text()
    assert planned(build) == []


def test_a_lunch_and_other_times_are_not_both(build: Builder, visitor: Visit) -> None:
    wave = build.wave("A", time(11, 0))
    leader = build.student()
    club = build.club(leader=leader)
    fields = ONCE | {"slots": wave.id}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "Leave the times empty, or untick what is above." in page.words
    assert part(page, "details[open] input[name=starts]")["value"] == "12:05"
    assert part(page, f"input[value='{wave.id}']").has_attr("checked")


def test_the_lunch_of_another_school_is_no_choice(build: Builder, visitor: Visit) -> None:
    there = Builder(build.app)
    there._school = build.another_school()
    foreign = there.wave()
    leader = build.student()
    club = build.club(leader=leader)
    fields = ONCE | {"starts": "", "ends": "", "slots": foreign.id}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)


def test_pressing_twice_plans_once(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY)
    again = visit.post(f"/c/{club.id}/meetings/plan", WEEKLY, expect=422)
    assert "The club meets at that time on Wednesday, November 18 already." in again.words
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY | {"starts": "15:00", "ends": "16:00"})
    assert len(planned(build)) == 10


def test_html_and_formulas_are_only_words(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visit = visitor(leader)
    words = {"place": '=HYPERLINK("x")<b>1</b>', "agenda": "<script>alert(1)</script>"}
    visit.post(f"/c/{club.id}/meetings/plan", ONCE | words)
    [one] = planned(build)
    for address in (f"/c/{club.id}/meetings", f"/m/{one.id}"):
        page = visit.get(address)
        assert '=HYPERLINK("x")<b>1</b>' in page.words
        assert not page.page.select("main b, main script")


def test_only_fields_of_the_form_are_read(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club, other = build.club(leader=leader), build.club()
    more = {"club_id": other.id, "head_count": "7", "zone": "UTC", "state": "cancelled"}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", ONCE | more)
    [one] = planned(build)
    assert (one.club_id, one.zone) == (club.id, build.school.zone)
    assert sittings_of(build, one)[0].head_count is None


@pytest.mark.parametrize("step", list(Step))
def test_nobody_else_plans(build: Builder, visitor: Visit, step: Step) -> None:
    member = build.student()
    club = build.club(step)
    build.member(club, member)
    outside = 404 if step is Step.UNLISTED else 403
    for person, expect in (
        (member, 403),
        (build.student(), outside),
        (build.staff(), outside),
        (build.admin(), outside),
        (build.caregiver(), outside),
    ):
        visit = visitor(person)
        visit.get(f"/c/{club.id}/meetings/plan", expect=expect)
        visit.post(f"/c/{club.id}/meetings/plan", ONCE, expect=expect)
    assert planned(build) == []


def test_the_service_asks_by_itself(build: Builder) -> None:
    person = build.student()
    club = build.club()
    occasion = Occasion(starts=time(12), ends=time(13), place="Room 1")
    with build.acting(person) as viewer, pytest.raises(NotAllowed):
        plan(viewer, club, date(2026, 11, 18), occasion, agenda="")


@pytest.mark.parametrize("state", [ClubState.PAUSED, ClubState.CLOSED, ClubState.PROPOSED])
def test_a_club_that_is_not_meeting_plans_nothing(
    build: Builder, visitor: Visit, state: ClubState
) -> None:
    leader = build.student()
    club = build.club(leader=leader, state=state)
    visitor(leader).post(f"/c/{club.id}/meetings/plan", ONCE, expect=403)
    assert "Plan a meeting" not in visitor(leader).get(f"/c/{club.id}/meetings").words


@pytest.mark.parametrize(
    "step, who",
    [
        (Step.OPEN, "Everybody at the school"),
        (Step.PRIVATE, "Everybody at the school"),
        (Step.CONFIDENTIAL, "Only members and sponsors"),
        (Step.UNLISTED, "Only members and sponsors"),
    ],
)
def test_the_form_says_who_will_see_it(
    build: Builder, visitor: Visit, step: Step, who: str
) -> None:
    leader = build.student()
    club = build.club(step, leader=leader)
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan")
    assert who in part(page, ".who-sees").get_text()
