"""Notices in the site: sealed sentences in a box whose owner only a token names."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from clubs.db import db, forget_bytes, in_parts, new_id
from clubs.models.clubs import Club
from clubs.models.notices import Notice
from clubs.policy.viewer import Viewer
from clubs.seal import seal

_SIZE = 1024


@dataclass(frozen=True)
class Told:
    """One notice as its owner reads it; `club_id` leads to the club it is about, if any."""

    id: str
    words: str
    club_id: str | None


def tell(school_id: str, person_id: str, words: str, club: Club | None = None) -> None:
    """Put a sentence into somebody's box, in the transaction of what it tells about."""
    notice_id = new_id()
    body = json.dumps({"words": str(words), "club_id": club.id if club else None})
    sealed = seal().close(body, school_id, Notice.__tablename__, notice_id, size=_SIZE)
    box = _box(school_id, person_id)
    db.session.add(Notice(id=notice_id, school_id=school_id, box=box, body=sealed))


def told(viewer: Viewer) -> list[Told]:
    """All that waits in the viewer's own box."""
    rows = db.session.scalars(_mine(viewer).order_by(Notice.id))
    return [_open(row) for row in rows]


def waiting(viewer: Viewer) -> int:
    """How many notices wait in the viewer's own box."""
    box = _box(viewer.school_id, viewer.person_id)
    return db.session.scalar(select(func.count()).where(Notice.box == box)) or 0


def clear(viewer: Viewer) -> None:
    """Empty the viewer's box, leaving nothing."""
    forget_bytes()
    db.session.execute(
        delete(Notice).where(Notice.box == _box(viewer.school_id, viewer.person_id))
    )


def forget_club(school_id: str, person_id: str, club_id: str) -> None:
    """Take out of somebody's box all that speaks of a club they have left (P9)."""
    forget_bytes()
    box = _box(school_id, person_id)
    for row in db.session.scalars(select(Notice).where(Notice.box == box)):
        if _open(row).club_id == club_id:
            db.session.delete(row)


def forget_people(school_id: str, person_ids: Iterable[str]) -> None:
    """Empty the boxes of people who have left."""
    forget_bytes()
    for some in in_parts(person_ids):
        boxes = [_box(school_id, person_id) for person_id in some]
        db.session.execute(delete(Notice).where(Notice.box.in_(boxes)))


def _mine(viewer: Viewer):  # type: ignore[no-untyped-def]  # a Select of Notice
    return select(Notice).where(Notice.box == _box(viewer.school_id, viewer.person_id))


def _open(row: Notice) -> Told:
    fields = json.loads(seal().open(row.body, row.school_id, Notice.__tablename__, row.id))
    return Told(row.id, fields["words"], fields["club_id"])


def _box(school_id: str, person_id: str) -> bytes:
    return seal().token("box", school_id, person_id)
