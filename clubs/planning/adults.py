"""Who was named as the adult at meetings, and is not there any more."""

from collections.abc import Collection

from sqlalchemy import select, update

from clubs import clock
from clubs.db import db, in_parts
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.people import School


def steps_back(club: Club, person_id: str) -> None:
    """Somebody stands by a club no more: nobody is named at its coming meetings then.

    The adult at a meeting sees when and where it is, so it would go on telling them.
    """
    _end(club.school_id, [person_id], club_id=club.id)


def forget_people(school_id: str, person_ids: Collection[str]) -> None:
    """The same in all clubs, for people who leave the school."""
    for some in in_parts(person_ids):
        _end(school_id, some)


def _end(school_id: str, person_ids: list[str], *, club_id: str | None = None) -> None:
    """Past meetings keep who was there."""
    zone = db.session.scalars(select(School.zone).where(School.id == school_id)).one()
    for table in (Meeting, MeetingSeries):
        nobody = update(table).where(
            table.school_id == school_id, table.adult_id.in_(person_ids)
        )
        if table is Meeting:
            nobody = nobody.where(Meeting.on_date >= clock.today(zone))
        if club_id is not None:
            nobody = nobody.where(table.club_id == club_id)
        db.session.execute(
            nobody.values(adult_id=None).execution_options(synchronize_session=False)
        )
