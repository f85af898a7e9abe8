"""Jobs at a meeting: said by those who run the club, taken on under a handle."""

import pytest
import time_machine

from clubs.db import db
from clubs.models.clubs import Club, Step
from clubs.models.gathering import MeetingJob
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.people import Person
from tests.factories import Builder
from tests.factories_gathering import job
from tests.gathering.reading import WEDNESDAY, Visit, jobs
from tests.visitor import Answer


def club_of(build: Builder, step: Step, leader: Person, member: Person) -> Club:
    club = build.club(step, leader=leader)
    build.member(club, member, handle="Calm Wren")
    return club


def job_line(answer: Answer, name: str) -> str:
    """What stands beside a job, up to its button."""
    for line in answer.page.select("main li"):
        words = " ".join(line.get_text(" ").split())
        if words.startswith(name):
            return words.removeprefix(name).lstrip(" :")
    raise AssertionError(f"no job {name!r}")


def test_a_leader_says_which_jobs_there_are(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.PRIVATE, leader, member), WEDNESDAY)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/jobs")
    [field] = page.page.select("textarea")
    assert field.get_text().split() == ["Greeter", "Set-up", "Snacks"]
    visit.submit(page, jobs="Greeter\n\n  Board  games \n")
    assert jobs(build, meeting) == {"Greeter": "", "Board games": ""}
    words = visitor(member).get(f"/m/{meeting.id}").words
    assert "Board games : nobody yet I'll do it" in words


@pytest.mark.parametrize(
    "text, told",
    [
        ("\n".join("abcdefghi"), "At most 8 jobs for one meeting."),
        ("Greeter\ngreeter", "Give each job another name"),
        ("x" * 61, "Use at most 60 characters for one job."),
        ("x" * 2000, "Use at most"),
    ],
)
def test_too_many_or_unclear_jobs_are_not_kept(
    build: Builder, visitor: Visit, leader: Person, text: str, told: str
) -> None:
    meeting = build.meeting(build.club(leader=leader), WEDNESDAY)
    page = visitor(leader).post(f"/m/{meeting.id}/jobs", {"jobs": text}, expect=422)
    assert told in page.words
    assert jobs(build, meeting) == {}


def test_eight_jobs_are_kept(build: Builder, visitor: Visit, leader: Person) -> None:
    meeting = build.meeting(build.club(leader=leader), WEDNESDAY)
    visitor(leader).post(f"/m/{meeting.id}/jobs", {"jobs": "\n".join("abcdefgh")})
    assert list(jobs(build, meeting)) != []
    assert set(jobs(build, meeting)) == set("abcdefgh")


def test_a_job_that_keeps_its_name_keeps_who_has_it(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.PRIVATE, leader, member), WEDNESDAY)
    job(build, meeting, "Greeter", by=member, handle="Calm Wren")
    job(build, meeting, "Snacks", by=leader, handle="Bold Lark")
    visitor(leader).post(f"/m/{meeting.id}/jobs", {"jobs": "GREETER\nSet-up"})
    assert jobs(build, meeting) == {"Greeter": "Calm Wren", "Set-up": ""}
    visitor(leader).post(f"/m/{meeting.id}/jobs", {"jobs": ""})
    assert jobs(build, meeting) == {}


def series(build: Builder, club: Club) -> list[Meeting]:
    row = MeetingSeries(
        school_id=club.school_id, club_id=club.id, weekday=2, first_on=WEDNESDAY
    )
    row.last_on = WEDNESDAY.replace(day=25)
    kept = build.keep(row)
    days = (WEDNESDAY.replace(day=11), WEDNESDAY, WEDNESDAY.replace(day=25))
    return [build.meeting(club, day, series_id=kept.id) for day in days]


@pytest.mark.parametrize("later", [True, False])
def test_the_same_jobs_at_later_meetings_if_one_likes(
    build: Builder, visitor: Visit, leader: Person, member: Person, *, later: bool
) -> None:
    club = club_of(build, Step.PRIVATE, leader, member)
    before, this, after = series(build, club)
    job(build, after, "Snacks", by=member, handle="Calm Wren")
    given = {"jobs": "Snacks\nSet-up"} | ({"later": "y"} if later else {})
    visitor(leader).post(f"/m/{this.id}/jobs", given)
    assert jobs(build, before) == {}
    assert jobs(build, this) == {"Snacks": "", "Set-up": ""}
    both = {"Snacks": "Calm Wren"} | ({"Set-up": ""} if later else {})
    assert jobs(build, after) == both


def test_a_single_meeting_has_no_later_ones(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(leader=leader)
    one, other = build.meeting(club, WEDNESDAY), build.meeting(club, WEDNESDAY)
    visit = visitor(leader)
    assert "later" not in visit.get(f"/m/{one.id}/jobs").words
    visit.post(f"/m/{one.id}/jobs", {"jobs": "Snacks", "later": "y"})
    assert jobs(build, other) == {}


def test_only_those_who_run_the_club_say_what_there_is_to_do(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.OPEN, leader, member), WEDNESDAY)
    for person in (member, build.student(), build.admin()):
        visit = visitor(person)
        visit.get(f"/m/{meeting.id}/jobs", expect=403)
        visit.post(f"/m/{meeting.id}/jobs", {"jobs": "Snacks"}, expect=403)
        assert "Say which jobs there are" not in visit.get(f"/m/{meeting.id}").words
    assert jobs(build, meeting) == {}


def test_a_member_takes_a_job_and_gives_it_back(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.PRIVATE, leader, member), WEDNESDAY)
    job(build, meeting)
    visit = visitor(member)
    visit.submit(visit.get(f"/m/{meeting.id}"), "/job")
    assert jobs(build, meeting) == {"Greeter": "Calm Wren"}
    page = visit.get(f"/m/{meeting.id}")
    assert job_line(page, "Greeter").startswith("you do it")
    visit.submit(page, "/no-job")
    assert jobs(build, meeting) == {"Greeter": ""}
    visit.post(f"/m/{meeting.id}/no-job")  # nothing to give back is no mistake


def test_a_job_somebody_has_is_not_to_be_had(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.PRIVATE, leader, member), WEDNESDAY)
    taken = job(build, meeting, by=leader, handle="Bold Lark")
    visit = visitor(member)
    page = visit.get(f"/m/{meeting.id}")
    assert "I'll do it" not in page.words
    answer = visit.post(f"/m/{meeting.id}/job", {"job": taken.id}, expect=409)
    assert "Somebody has this job by now" in answer.words
    assert jobs(build, meeting) == {"Greeter": "Bold Lark"}
    visit.post(f"/m/{meeting.id}/job", {"job": "x"}, expect=409)


def test_one_job_each(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    club = club_of(build, Step.PRIVATE, leader, member)
    meeting, next_one = build.meeting(club, WEDNESDAY), build.meeting(club, WEDNESDAY)
    job(build, meeting, "Greeter", by=member, handle="Calm Wren")
    snacks, later = job(build, meeting, "Snacks"), job(build, next_one, "Snacks")
    visit = visitor(member)
    assert "I'll do it" not in visit.get(f"/m/{meeting.id}").words
    answer = visit.post(f"/m/{meeting.id}/job", {"job": snacks.id}, expect=409)
    assert "You have a job at this meeting already." in answer.words
    visit.post(f"/m/{meeting.id}/job", {"job": later.id}, expect=409)
    visit.post(f"/m/{next_one.id}/job", {"job": later.id})
    assert jobs(build, meeting) == {"Greeter": "Calm Wren", "Snacks": ""}
    assert jobs(build, next_one) == {"Snacks": "Calm Wren"}


# Who sees who has a job: the ladder's “who sees who belongs”, and nothing else.
SEES = {
    Step.OPEN: {"member": "Given Name", "leader": "Given Name", "sponsor": "Given Name"},
    Step.PRIVATE: {"member": "Calm Wren", "leader": "Calm Wren", "sponsor": "Calm Wren"},
    Step.CONFIDENTIAL: {
        "member": "somebody does it",
        "leader": "Calm Wren",
        "sponsor": "Calm Wren",
    },
    Step.UNLISTED: {
        "member": "somebody does it",
        "leader": "Calm Wren",
        "sponsor": "Calm Wren",
    },
}


@pytest.mark.parametrize("step", list(Step))
def test_who_sees_who_has_a_job(
    build: Builder, visitor: Visit, leader: Person, sponsor: Person, step: Step
) -> None:
    claimer = build.student(given_name="Given", family_name="Name")
    club = build.club(step, leader=leader, sponsor=sponsor)
    build.member(club, claimer, handle="Calm Wren")
    other = build.student()
    build.member(club, other)
    meeting = build.meeting(club, WEDNESDAY)
    one = job(build, meeting)
    visitor(claimer).post(f"/m/{meeting.id}/job", {"job": one.id})
    people = {"member": other, "leader": leader, "sponsor": sponsor}
    for who, shown in SEES[step].items():
        page = visitor(people[who]).get(f"/m/{meeting.id}")
        assert job_line(page, "Greeter").startswith(shown), who
    if step in (Step.OPEN, Step.PRIVATE):
        words = visitor(build.student()).get(f"/m/{meeting.id}").words
        assert "Greeter" not in words
        assert "Jobs" not in words


def test_the_page_says_who_will_see_it_before_one_takes_a_job(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    for step, told in (
        (Step.OPEN, "Everybody in the club sees your name"),
        (Step.PRIVATE, "Everybody in the club sees your handle"),
        (Step.CONFIDENTIAL, "Its leaders and its sponsor see your handle"),
    ):
        meeting = build.meeting(club_of(build, step, leader, member), WEDNESDAY)
        job(build, meeting)
        assert told in visitor(member).get(f"/m/{meeting.id}").words


def test_jobs_are_for_members_and_for_meetings_ahead(
    build: Builder,
    visitor: Visit,
    leader: Person,
    member: Person,
    sponsor: Person,
    monday: time_machine.Traveller,
) -> None:
    club = club_of(build, Step.OPEN, leader, member)
    build.sponsorship(club, sponsor)
    meeting = build.meeting(club)
    one = job(build, meeting)
    for person in (sponsor, build.student(), build.staff()):
        visitor(person).post(f"/m/{meeting.id}/job", {"job": one.id}, expect=403)
    monday.move_to("2026-11-16T18:45:00Z")
    visitor(member).post(f"/m/{meeting.id}/job", {"job": one.id}, expect=403)
    visitor(leader).get(f"/m/{meeting.id}/jobs", expect=403)
    assert jobs(build, meeting) == {"Greeter": ""}


def test_a_job_given_back_leaves_the_file(
    build: Builder, visitor: Visit, leader: Person, member: Person
) -> None:
    meeting = build.meeting(club_of(build, Step.CONFIDENTIAL, leader, member), WEDNESDAY)
    one = job(build, meeting)
    visitor(member).post(f"/m/{meeting.id}/job", {"job": one.id})
    with build.site():
        row = db.session.get_one(MeetingJob, one.id)
        traces = (row.claim, row.claimed_as[4:])
        if db.engine.dialect.name != "sqlite":
            return
        file = str(db.engine.url.database)
    visitor(member).post(f"/m/{meeting.id}/no-job")
    for path in (file, f"{file}-wal"):
        with open(path, "rb") as raw:
            loot = raw.read()
        assert not any(trace in loot for trace in traces)
