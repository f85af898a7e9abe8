"""Today: meetings one can get to, what comes next, what changed, and nothing else."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from clubs import clock, notices
from clubs.belonging import Role, Standing
from clubs.models.clubs import Audience, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.meetings import MeetingState
from clubs.models.people import Office, Person, School
from tests.factories import ZONE, Builder
from tests.today.reading import section
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MARK = "Zephyrlamp"


def somebody(build: Builder, who: str) -> Person:
    if who == "district admin":
        return build.admin(Office.DISTRICT_ADMIN)
    staff = {"teacher": build.staff, "sponsor": build.staff, "admin": build.admin}
    return {**staff, "caregiver": build.caregiver}.get(who, build.student)()


def test_a_stranger_is_welcomed_and_reads_of_no_club(
    build: Builder, visitor: Visit
) -> None:
    build.meeting(build.club(name=MARK))
    answer = visitor().get("/")
    assert "There is a seat for you" in answer.words
    assert MARK not in answer.text
    links = {str(one["href"]) for one in answer.page.select("main a[href]")}
    assert {"/sign-in", "/help-now", "/what-could-leak"} <= links
    assert "/demo" not in links


def test_in_a_demo_a_stranger_finds_the_way_in(build: Builder, visitor: Visit) -> None:
    build.keep(School(name="Demo High", zone=ZONE, demo=True))
    assert visitor().get("/").page.select_one('main a[href="/demo"]')


# who, and the steps whose meeting today they read of without belonging
OUTSIDE = [
    ("classmate", {Step.OPEN, Step.PRIVATE}),
    ("teacher", {Step.OPEN, Step.PRIVATE}),
    ("admin", {Step.OPEN, Step.PRIVATE}),
    ("caregiver", {Step.OPEN, Step.PRIVATE}),
]


@pytest.mark.parametrize("who, steps", OUTSIDE)
@pytest.mark.parametrize("step", Step)
def test_today_shows_others_meetings_as_far_as_the_ladder_says(
    build: Builder, visitor: Visit, who: str, steps: set[Step], step: Step
) -> None:
    club = build.club(step, name=MARK, audience=Audience.MIXED, sponsor=build.staff())
    build.meeting(club)
    assert (MARK in visitor(somebody(build, who)).get("/").words) == (step in steps)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("role", ["member", "leader", "sponsor"])
def test_today_shows_ones_own_meetings_on_every_step(
    build: Builder, visitor: Visit, step: Step, role: str
) -> None:
    club = build.club(step, name=MARK)
    meeting = build.meeting(club)
    person = build.staff() if role == "sponsor" else build.student()
    if role == "sponsor":
        build.sponsorship(club, person)
    else:
        build.member(club, person, role=Role(role))
    answer = visitor(person).get("/")
    assert MARK in section(answer, "On today")
    assert answer.page.select_one(f'main a[href="/m/{meeting.id}"]')


def test_who_only_asked_reads_of_no_confidential_meeting(
    build: Builder, visitor: Visit
) -> None:
    club, student = build.club(Step.CONFIDENTIAL, name=MARK), build.student()
    build.member(club, student, standing=Standing.ASKED)
    build.meeting(club)
    assert MARK not in visitor(student).get("/").words


def test_lunch_comes_first_and_ones_own_clubs_before_others(
    build: Builder, visitor: Visit
) -> None:
    mine, theirs = build.wave("A"), build.wave("B", time(12, 20))
    student = build.student(wave_id=mine.id)
    own, early, late = (build.club(name=name) for name in ("Own", "Early", "Late"))
    build.member(own, student)
    build.meeting(own, wave_id=mine.id, starts=time(12, 30), ends=time(12, 40))
    build.meeting(early, wave_id=mine.id)
    build.meeting(late, starts=time(15), ends=time(16))
    build.meeting(build.club(name="Elsewhere"), wave_id=theirs.id)
    answer = visitor(student).get("/")
    lunch = section(answer, "Your lunch: A, 11:20–12:20")
    assert lunch.index("Own") < lunch.index("Early")
    assert "Late" in section(answer, "The rest of the day")
    assert "Elsewhere" not in answer.words


def test_ones_own_club_is_shown_even_at_another_lunch(
    build: Builder, visitor: Visit
) -> None:
    student = build.student(wave_id=build.wave("A").id)
    club = build.club(name=MARK)
    build.member(club, student)
    build.meeting(club, wave_id=build.wave("B", time(12, 20)).id)
    assert MARK in visitor(student).get("/").words


def test_staff_read_of_every_lunch_since_they_have_no_wave(
    build: Builder, visitor: Visit
) -> None:
    build.meeting(build.club(name=MARK), wave_id=build.wave().id)
    assert "Lunch A 11:20–12:20" in section(visitor(build.staff()).get("/"), "On today")


def test_a_meeting_for_caregivers_is_no_suggestion_to_students(
    build: Builder, visitor: Visit
) -> None:
    build.meeting(build.club(name=MARK, audience=Audience.CAREGIVERS))
    assert MARK not in visitor(build.student()).get("/").words
    assert MARK in visitor(build.caregiver()).get("/").words


def test_others_cancelled_meetings_are_not_shown_ones_own_are(
    build: Builder, visitor: Visit
) -> None:
    club, member = build.club(name=MARK), build.student()
    build.member(club, member)
    build.meeting(club, state=MeetingState.CANCELLED)
    assert MARK not in visitor(build.student()).get("/").words
    assert "Cancelled" in section(visitor(member).get("/"), "On today")


def test_with_nothing_on_today_the_next_own_meetings_are_shown(
    build: Builder, visitor: Visit
) -> None:
    member, today = build.student(), clock.today(ZONE)
    club, other = build.club(Step.UNLISTED, name=MARK), build.club(name="Elsewhere")
    build.member(club, member)
    build.meeting(club, today + timedelta(days=3), place="Ostrava")
    build.meeting(club, today + timedelta(days=9), place="Farthest")
    build.meeting(other, today + timedelta(days=3))
    answer = visitor(member).get("/")
    assert "Ostrava" in section(answer, "Nothing today")
    assert "Elsewhere" not in answer.words
    assert "Farthest" not in answer.words


INVITED = [
    ("classmate", "Nothing planned today", "/clubs"),
    ("caregiver", "Nothing planned today", "/clubs"),
    ("teacher", "Students may ask you to sponsor a club.", "/clubs"),
    ("sponsor", "Nothing planned today", "/clubs"),
    ("admin", "Proposals and clubs that need somebody", "/school"),
    ("district admin", "the schools of the district", "/district"),
]


@pytest.mark.parametrize("who, words, url", INVITED)
def test_an_empty_day_is_an_invitation(
    build: Builder, visitor: Visit, who: str, words: str, url: str
) -> None:
    person = somebody(build, who)
    if who == "sponsor":
        build.club(sponsor=person)
    visit = visitor(person)
    answer = visit.get("/")
    assert words in answer.words
    assert answer.page.select_one(f'main .empty a[href="{url}"]')
    visit.get(url)


def test_what_changed_stays_a_week_for_those_inside(build: Builder, visitor: Visit) -> None:
    member, today = build.student(), clock.today(ZONE)
    club = build.club(name=MARK)
    build.member(club, member)
    for days_ago, words in ((2, "Moved to room 4"), (8, "Long known")):
        build.meeting(
            club,
            today + timedelta(days=20),
            changed_on=today - timedelta(days=days_ago),
            change_words=words,
        )
    changed = section(visitor(member).get("/"), "What changed")
    assert "Moved to room 4" in changed
    assert "Long known" not in changed
    assert "Moved" not in visitor(build.student()).get("/").words


def test_notices_are_read_by_their_owner_and_put_away(
    build: Builder, visitor: Visit
) -> None:
    owner, other, club = build.student(), build.student(), build.club(Step.UNLISTED)
    with build.site():
        notices.tell(owner.school_id, owner.id, "A word for you", club)
        notices.tell(owner.school_id, owner.id, "And one more")
        notices.tell(other.school_id, other.id, "Not for you")
    reader = visitor(owner)
    page = reader.get("/")
    assert "A word for you" in section(page, "What changed")
    assert "Not for you" not in page.words
    count = page.page.select_one(".main-nav .count")
    assert count is not None
    assert count.get_text(strip=True).startswith("2")
    assert reader.submit(page, "/notices/clear").location == "/"
    assert "A word for you" not in reader.get("/").words
    assert "Not for you" in visitor(other).get("/").words


def test_notices_are_not_put_away_without_a_csrf_value(
    build: Builder, visitor: Visit
) -> None:
    owner = build.student()
    with build.site():
        notices.tell(owner.school_id, owner.id, "A word for you")
    reader = visitor(owner)
    reader.post("/notices/clear", {"csrf_token": "wrong"}, expect=400)
    assert "A word for you" in reader.get("/").words


# state, audience, days ahead, and who reads of it
EVENTS = [
    (EventState.APPROVED, EventAudience.SCHOOL, 3, {"classmate", "teacher"}),
    (EventState.APPROVED, EventAudience.FAMILIES, 3, {"classmate", "teacher", "caregiver"}),
    (EventState.CANCELLED, EventAudience.COMMUNITY, 0, {"classmate", "caregiver"}),
    (EventState.APPROVED, EventAudience.SCHOOL, 15, set()),
    (EventState.PROPOSED, EventAudience.COMMUNITY, 3, set()),
    (EventState.DECLINED, EventAudience.COMMUNITY, 3, set()),
]


@pytest.mark.parametrize("state, audience, days, readers", EVENTS)
@pytest.mark.parametrize("who", ["classmate", "teacher", "caregiver"])
def test_events_of_the_next_two_weeks(
    build: Builder,
    visitor: Visit,
    state: EventState,
    audience: EventAudience,
    days: int,
    readers: set[str],
    who: str,
) -> None:
    club = build.club(Step.CONFIDENTIAL, name=MARK, sponsor=build.staff())
    on = clock.today(ZONE) + timedelta(days=days)
    build.event(club, on, state=state, audience=audience, title="Lantern Week")
    if who == "teacher" and state is EventState.CANCELLED:
        readers = readers | {"teacher"}
    answer = visitor(somebody(build, who)).get("/")
    assert ("Lantern Week" in section(answer, "Events")) == (who in readers)
    assert MARK not in answer.words


def test_another_school_is_not_there(build: Builder, visitor: Visit) -> None:
    far = build.another_school()
    club = build.club(name=MARK, school_id=far.id)
    build.meeting(club)
    build.event(club, title="Lantern Week", on=clock.today(ZONE))
    words = visitor(build.student()).get("/").words
    assert MARK not in words
    assert "Lantern Week" not in words


def test_a_day_full_of_meetings_stays_a_short_page(build: Builder, visitor: Visit) -> None:
    for _number in range(20):
        build.meeting(build.club())
    answer = visitor(build.student()).get("/")
    assert len(answer.page.select(".occasion")) == 12
