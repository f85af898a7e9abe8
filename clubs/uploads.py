"""Files somebody has sent and not yet applied: one of a kind for each person, an hour."""

from sqlalchemy import delete, select
from werkzeug.exceptions import NotFound

from clubs import clock
from clubs.db import db, forget_bytes, is_id
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.retention import LIFE
from clubs.policy.viewer import Viewer


def keep(actor: Viewer, kind: UploadKind, content: str) -> Upload:
    """Let what was read wait; one file of a kind waits for each person."""
    let_go(actor, kind)
    upload = Upload(
        school_id=actor.school_id,
        person_id=actor.person_id,
        kind=kind,
        expires_at=clock.now() + LIFE["upload"],
        content=content,
    )
    db.session.add(upload)
    db.session.flush()
    return upload


def let_go(actor: Viewer, kind: UploadKind) -> None:
    forget_bytes()
    mine = (Upload.person_id == actor.person_id, Upload.kind == kind)
    db.session.execute(delete(Upload).where(*mine))


def upload_or_404(viewer: Viewer, kind: UploadKind, upload_id: str) -> Upload:
    """What the viewer brought less than an hour ago, and nobody else's."""
    if not is_id(upload_id):
        raise NotFound
    upload = db.session.scalars(
        select(Upload).where(
            Upload.id == upload_id,
            Upload.kind == kind,
            Upload.school_id == viewer.school_id,
            Upload.person_id == viewer.person_id,
            Upload.expires_at > clock.now(),
        )
    ).first()
    if upload is None:
        raise NotFound
    return upload
