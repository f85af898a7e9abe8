"""What ends when somebody leaves: all that they could do here, and where they belong."""

from collections.abc import Collection

from sqlalchemy import delete, exists, update

from clubs import belonging, notices
from clubs.db import db, in_parts
from clubs.models.accounts import PasswordLink, SessionRecord
from clubs.models.clubs import Sponsorship
from clubs.models.people import Appointment, Person
from clubs.models.review import About, Proposal, Stage
from clubs.planning import adults, gathering


def end_accounts(school_id: str, person_ids: Collection[str]) -> None:
    """End these people's accounts, offices, sponsorships and belongings, all at once."""
    if not person_ids:
        return
    for some in in_parts(person_ids):
        db.session.execute(
            update(Person)
            .where(Person.school_id == school_id, Person.id.in_(some))
            .values(active=False)
            .execution_options(synchronize_session=False)
        )
        for table in (SessionRecord, PasswordLink, Sponsorship, Appointment):
            db.session.execute(
                delete(table)
                .where(table.person_id.in_(some))
                .execution_options(synchronize_session=False)
            )
    belonging.forget_people(school_id, person_ids)
    notices.forget_people(school_id, person_ids)
    gathering.forget_people(school_id, person_ids)
    adults.forget_people(school_id, person_ids)
    _ask_for_other_sponsors(school_id)


def _ask_for_other_sponsors(school_id: str) -> None:
    """New clubs whose asked sponsor is gone wait for the school to find another."""
    asked = exists().where(Sponsorship.club_id == Proposal.club_id)
    db.session.execute(
        update(Proposal)
        .where(
            Proposal.school_id == school_id,
            Proposal.about == About.CLUB,
            Proposal.stage == Stage.WITH_SPONSOR,
            ~asked,
        )
        .values(stage=Stage.NEEDS_SPONSOR)
        .execution_options(synchronize_session=False)
    )
