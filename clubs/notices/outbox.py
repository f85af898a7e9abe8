"""Mail waiting to be sent. One recipient, one sender, one subject, no club named (P15)."""

import json
from collections.abc import Iterable

from flask import current_app
from sqlalchemy import select

from clubs.config import Settings
from clubs.db import db, new_id
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.seal import seal

SIZE = 1024


def mail_update(school_id: str, person_ids: Iterable[str]) -> None:
    """Queue "you have an update", the same for everybody, for those who have an address."""
    wanted = sorted(set(person_ids))
    addresses = db.session.scalars(
        select(Person.email).where(
            Person.school_id == school_id,
            Person.id.in_(wanted),
            Person.active,
            Person.email.is_not(None),
        )
    )
    for address in addresses:
        queue(school_id, str(address), "update.txt")


def mail_link(school_id: str, address: str, template: str, path: str) -> None:
    """Queue a mail whose link only its reader may have: an invitation or a reset."""
    queue(school_id, address, template, path)


def queue(school_id: str, address: str, template: str, path: str = "/") -> None:
    db.session.add(composed(school_id, address, template, path))


def composed(school_id: str, address: str, template: str, path: str) -> Mail:
    """The sealed mail, not yet queued."""
    settings: Settings = current_app.config["SETTINGS"]
    # From the environment itself: render_template would run what pages need a request for.
    words = current_app.jinja_env.get_template(f"notices/{template}").render(
        link=settings.site_url.rstrip("/") + path, site_name=settings.site_name
    )
    mail_id = new_id()
    body = json.dumps({"to": address, "words": words})
    sealed = seal().close(body, school_id, Mail.__tablename__, mail_id, size=SIZE)
    return Mail(id=mail_id, school_id=school_id, body=sealed, attempts=0)
