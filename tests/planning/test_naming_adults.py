"""The sponsor or substitute of a meeting, and what a substitute learns by that."""

import pytest

from clubs import notices
from clubs.meetings import services
from clubs.models.clubs import Club, Step
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from clubs.policy.permissions import NotAllowed
from clubs.policy.permissions.meetings import may_name_substitute
from tests.factories import Builder
from tests.planning.calendar import TUESDAYS, Calendar, meetings, series_of


def told(build: Builder, person: Person) -> list[str]:
    with build.acting(person) as viewer:
        return [one.words for one in notices.told(viewer)]


def test_for_this_one_or_for_all_later_ones(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned, colleague = calendar.series(club, leader), build.staff()
    with build.acting(leader) as viewer:
        services.name_adult(viewer, club, planned[1], colleague.id, later=False)
    named = [None, colleague.id, None, None]
    assert [one.adult_id for one in meetings(build)] == named
    other = build.staff()
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, planned[3], reason="Ill")
        services.name_adult(viewer, club, planned[2], other.id, later=True)
    named = [None, colleague.id, other.id, None]
    assert [one.adult_id for one in meetings(build)] == named
    assert series_of(build)[0].adult_id == other.id
    with build.acting(leader) as viewer:
        services.name_adult(viewer, club, planned[1], None, later=False)
    assert meetings(build)[1].adult_id is None
    assert {one.sequence for one in meetings(build)[:3]} == {0}


def test_a_substitute_is_told_when_and_where_and_not_whose_meeting_it_is(
    build: Builder, calendar: Calendar
) -> None:
    sponsor, colleague = build.staff(), build.staff()
    club = build.club(Step.UNLISTED, sponsor=sponsor)
    first = calendar.series(club, sponsor)[0]
    with build.acting(sponsor) as viewer:
        services.name_adult(viewer, club, first, colleague.id, later=False)
        services.name_adult(viewer, club, first, sponsor.id, later=False)
    [words] = told(build, colleague)
    assert "Tuesday, November 17 at 12:00, Room 12" in words
    assert club.name not in words
    assert told(build, sponsor) == []


@pytest.mark.parametrize("step", list(Step))
def test_above_private_only_the_sponsor_names_somebody_else(
    build: Builder, calendar: Calendar, leader: Person, step: Step
) -> None:
    sponsor, colleague = build.staff(), build.staff()
    club = build.club(step, leader=leader, sponsor=sponsor)
    first = calendar.series(club, leader)[0]
    low = step in (Step.OPEN, Step.PRIVATE)
    with build.acting(leader) as viewer:
        assert bool(may_name_substitute(viewer, club)) == low
        services.name_adult(viewer, club, first, None, later=False)
        services.name_adult(viewer, club, first, sponsor.id, later=False)
        if not low:
            with pytest.raises(NotAllowed, match="Only this club's sponsor"):
                services.name_adult(viewer, club, first, colleague.id, later=False)
    with build.acting(sponsor) as viewer:
        services.name_adult(viewer, club, first, colleague.id, later=False)
    assert meetings(build)[0].adult_id == colleague.id


@pytest.mark.parametrize("who", ["student", "left", "elsewhere", "nobody"])
def test_only_staff_who_work_here(
    build: Builder, calendar: Calendar, club: Club, leader: Person, who: str
) -> None:
    first = calendar.series(club, leader)[0]
    ids = {
        "student": build.student().id,
        "left": build.staff(active=False).id,
        "elsewhere": build.staff(school_id=build.another_school().id).id,
        "nobody": "x" * 22,
    }
    with build.acting(leader) as viewer, pytest.raises(NotAllowed, match="Only staff"):
        services.name_adult(viewer, club, first, ids[who], later=False)


def test_nobody_is_named_for_what_is_cancelled_or_over(
    build: Builder, club: Club, leader: Person
) -> None:
    off = build.meeting(club, TUESDAYS[0], state=MeetingState.CANCELLED)
    over = build.meeting(club, TUESDAYS[0].replace(day=12))
    with build.acting(leader) as viewer:
        for one in (off, over):
            with pytest.raises(NotAllowed):
                services.name_adult(viewer, club, one, None, later=False)
