"""The adult at a meeting: who names them, who sees them, what a substitute sees."""

from collections.abc import Callable

import pytest

from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.meetings.reading import WEDNESDAY, again, part, series_of
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def sponsor(build: Builder, club: Club) -> Person:
    person = build.staff(given_name="Marta", family_name="Okonkwo")
    build.sponsorship(club, person)
    return person


def offered(page: Answer) -> dict[str, list[str]]:
    groups = page.page.select("select[name=adult] optgroup")
    return {
        str(group["label"]): [one.get_text() for one in group.select("option")]
        for group in groups
    }


def test_sponsors_first_then_other_staff(
    build: Builder, visitor: Visit, leader: Person, club: Club, sponsor: Person
) -> None:
    build.staff(given_name="Ada", family_name="Quist")
    build.staff(given_name="Gone", family_name="Away", active=False)
    build.staff(given_name="Far", family_name="Off", school_id=build.another_school().id)
    meeting = build.meeting(club, WEDNESDAY)
    assert offered(visitor(leader).get(f"/m/{meeting.id}/adult")) == {
        "Nobody yet": ["Nobody is named"],
        "Sponsors of this club": ["Marta Okonkwo"],
        "Other staff, as a substitute": ["Ada Quist"],
    }


def test_the_club_sees_who_will_be_there_and_outsiders_do_not(
    build: Builder, visitor: Visit, leader: Person, club: Club, sponsor: Person
) -> None:
    member = build.student()
    build.member(club, member)
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(leader)
    assert "Nobody is named yet" in visit.get(f"/m/{meeting.id}").words
    visit.submit(visit.get(f"/m/{meeting.id}/adult"), adult=sponsor.id)
    assert again(build, meeting).adult_id == sponsor.id
    for person in (leader, member, sponsor):
        assert "Marta Okonkwo" in visitor(person).get(f"/m/{meeting.id}").words
    for person in (build.student(), build.staff(), build.caregiver(), build.admin()):
        text = visitor(person).get(f"/m/{meeting.id}").text
        assert "Okonkwo" not in text
        assert "Adult there" not in text


def test_for_this_one_or_for_all_later_ones(
    build: Builder, visitor: Visit, leader: Person, club: Club, sponsor: Person
) -> None:
    meetings = series_of(build, club)
    visit = visitor(leader)
    visit.post(f"/m/{meetings[0].id}/adult", {"adult": sponsor.id})
    named = [again(build, one).adult_id for one in meetings]
    assert named == [sponsor.id, None, None, None]
    visit.post(f"/m/{meetings[2].id}/adult", {"adult": sponsor.id, "later": "y"})
    named = [again(build, one).adult_id for one in meetings]
    assert named == [sponsor.id, None, sponsor.id, sponsor.id]


def test_who_was_named_can_be_taken_off_again(
    build: Builder, visitor: Visit, leader: Person, club: Club, sponsor: Person
) -> None:
    meeting = build.meeting(club, WEDNESDAY, adult_id=sponsor.id)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/adult")
    assert part(page, "option[selected]")["value"] == sponsor.id
    visit.submit(page, adult="")
    assert again(build, meeting).adult_id is None


@pytest.mark.parametrize("step", list(Step))
def test_a_substitute_sees_this_meeting_and_nothing_of_a_hidden_club(
    build: Builder, visitor: Visit, step: Step
) -> None:
    sponsor, other = build.staff(), build.staff()
    club = build.club(step, sponsor=sponsor, name="Zephyrlamp")
    meeting = build.meeting(club, WEDNESDAY, place="Room 77", agenda="Cake and talk")
    sibling = build.meeting(club, WEDNESDAY, place="Room 78")
    visit = visitor(sponsor)
    visit.submit(visit.get(f"/m/{meeting.id}/adult"), adult=other.id)
    page = visitor(other).get(f"/m/{meeting.id}")
    assert "You are the adult at this meeting." in page.words
    assert "Room 77" in page.words
    assert "Cake and talk" in page.words
    assert "Change this meeting" not in page.words
    known = step in (Step.OPEN, Step.PRIVATE)
    assert ("Zephyrlamp" in page.text) is known
    assert (club.id in page.text) is known
    seen = 200 if known else 404
    visitor(other).get(f"/m/{sibling.id}", expect=seen)
    visitor(other).get(f"/m/{meeting.id}/adult", expect=403)
    visitor(other).post(f"/m/{meeting.id}/edit", {"agenda": "x"}, expect=403)


@pytest.mark.parametrize("step", [Step.CONFIDENTIAL, Step.UNLISTED])
def test_above_private_a_leader_names_no_colleague(
    build: Builder, visitor: Visit, leader: Person, step: Step
) -> None:
    sponsor, other = build.staff(), build.staff(given_name="Ada", family_name="Quist")
    club = build.club(step, leader=leader, sponsor=sponsor)
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/adult")
    assert "Ada Quist" not in page.words
    visit.post(f"/m/{meeting.id}/adult", {"adult": other.id}, expect=422)
    assert again(build, meeting).adult_id is None


def test_a_leader_may_leave_the_substitute_a_sponsor_named(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    sponsor, other = build.staff(), build.staff(given_name="Ada", family_name="Quist")
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    meeting = build.meeting(club, WEDNESDAY, adult_id=other.id)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/adult")
    assert part(page, "option[selected]").get_text() == "Ada Quist"
    visit.submit(page)
    visit.submit(visit.get(f"/m/{meeting.id}/move"), place="Gym")
    assert again(build, meeting).adult_id == other.id


def test_only_staff_of_the_school_can_be_named(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    far = build.staff(school_id=build.another_school().id)
    for person in (build.student(), build.caregiver(), far):
        fields = {"adult": person.id}
        visitor(leader).post(f"/m/{meeting.id}/adult", fields, expect=422)
    assert again(build, meeting).adult_id is None
