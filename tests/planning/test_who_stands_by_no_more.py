"""Who stands by a club no more learns nothing of its meetings, as adults or otherwise."""

from collections.abc import Callable
from datetime import time

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.proposals import sponsoring
from clubs.roster.leaving import end_accounts
from tests.factories import ZONE, Builder
from tests.visitor import Visitor


def series(build: Builder, club_id: str, adult_id: str) -> MeetingSeries:
    today = clock.today(ZONE)
    return build.keep(
        MeetingSeries(
            school_id=build.school.id,
            club_id=club_id,
            weekday=today.weekday(),
            first_on=today - clock.days(7),
            last_on=today + clock.days(7),
            starts=time(12, 5),
            ends=time(12, 45),
            adult_id=adult_id,
        )
    )


def adults(build: Builder) -> list[str | None]:
    """Of all meetings by date, then of the series."""
    with build.site():
        rows = db.session.query(Meeting.adult_id).order_by(Meeting.on_date).all()
        rows += db.session.query(MeetingSeries.adult_id).all()
    return [row[0] for row in rows]


def test_a_sponsor_who_steps_back_is_no_adult_at_what_is_to_come(
    build: Builder, visitor: Callable[..., Visitor]
) -> None:
    sponsor, student = build.staff(), build.student()
    club = build.club(Step.UNLISTED, sponsor=sponsor, leader=student)
    today = clock.today(ZONE)
    past = build.meeting(club, today - clock.days(7), adult_id=sponsor.id)
    coming = build.meeting(club, today + clock.days(7), adult_id=sponsor.id)
    series(build, club.id, sponsor.id)
    visitor(sponsor).get(f"/m/{coming.id}")
    with build.acting(sponsor) as viewer:
        sponsoring.step_back(viewer, club)
    assert adults(build) == [sponsor.id, None, None]
    visitor(sponsor).get(f"/m/{coming.id}", expect=404)
    visitor(sponsor).get(f"/m/{past.id}", expect=404)


def test_in_other_clubs_they_are_still_named(build: Builder) -> None:
    sponsor = build.staff()
    left, kept = build.club(sponsor=sponsor), build.club(sponsor=sponsor)
    build.meeting(left, adult_id=sponsor.id)
    build.meeting(kept, clock.today(ZONE) + clock.days(1), adult_id=sponsor.id)
    with build.acting(sponsor) as viewer:
        sponsoring.step_back(viewer, left)
    assert adults(build) == [None, sponsor.id]


def test_who_left_the_school_is_nobodys_adult(build: Builder) -> None:
    substitute, other = build.staff(), build.staff()
    club = build.club()
    build.meeting(club, adult_id=substitute.id)
    build.meeting(club, clock.today(ZONE) + clock.days(1), adult_id=other.id)
    series(build, club.id, substitute.id)
    with build.site():
        end_accounts(build.school.id, [substitute.id])
    assert adults(build) == [None, other.id, None]


def test_a_substitute_sees_a_meeting_only_until_it_is_over(
    build: Builder, visitor: Callable[..., Visitor]
) -> None:
    substitute = build.staff()
    club = build.club(Step.CONFIDENTIAL)
    today = clock.today(ZONE)
    past = build.meeting(club, today - clock.days(1), adult_id=substitute.id)
    coming = build.meeting(club, today, adult_id=substitute.id)
    visitor(substitute).get(f"/m/{coming.id}")
    visitor(substitute).get(f"/m/{past.id}", expect=404)
