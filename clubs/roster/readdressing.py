"""What ends when a roster gives somebody another address.

Whoever reads a person's mail can set their password, and then sees what they see. So a new
address is told to the old one, and what was begun under the old one is over.
"""

from collections.abc import Collection

from sqlalchemy import delete, select

from clubs import notices
from clubs.db import db, in_parts
from clubs.models.accounts import Password, PasswordLink, SessionRecord
from clubs.models.people import Person


def leave_old_addresses(person_ids: Collection[str]) -> None:
    """Tell the old addresses of people who have a password; end their sessions and links.

    To be called while the old addresses still stand.
    """
    for some in in_parts(person_ids):
        accounts = db.session.execute(
            select(Person.school_id, Person.id)
            .join(Password, Password.person_id == Person.id)
            .where(Person.id.in_(some))
        ).all()
        for school_id in sorted({school_id for school_id, _person in accounts}):
            theirs = [person for school, person in accounts if school == school_id]
            notices.mail_update(school_id, theirs)
        for table in (SessionRecord, PasswordLink):
            over = delete(table).where(table.person_id.in_(some))
            db.session.execute(over.execution_options(synchronize_session=False))
