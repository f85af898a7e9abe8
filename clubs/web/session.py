"""Who is signed in on this device: server-side records, found through a sealed cookie."""

import secrets

from flask import Blueprint, Flask, current_app, g, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user
from sqlalchemy import delete
from werkzeug.exceptions import Unauthorized

from clubs import clock
from clubs.config import Settings
from clubs.db import db, forget_bytes
from clubs.models.accounts import SessionRecord
from clubs.policy.viewer import Viewer, viewer_of_person, viewer_of_session
from clubs.seal import hashed
from clubs.web.access import anyone, signed_in
from clubs.web.cookie import SealedCookies
from clubs.web.security import clear_device

bp = Blueprint("session", __name__)


class SignedIn(UserMixin):
    """A device with a live session. Its id is the secret of the session, not the person."""

    def __init__(self, viewer: Viewer, secret: str) -> None:
        self.viewer = viewer
        self.id = secret


def init_app(app: Flask) -> None:
    settings: Settings = app.config["SETTINGS"]
    app.session_interface = SealedCookies(settings)
    manager = LoginManager()
    manager.session_protection = None  # school addresses change within a lesson
    manager.init_app(app, add_context_processor=False)
    manager.user_loader(_load)
    app.register_blueprint(bp)


def _load(secret: str) -> SignedIn | None:
    viewer = viewer_of_session(hashed(secret))
    return SignedIn(viewer, secret) if viewer else None


def viewer_or_none() -> Viewer | None:
    """The viewer of this request, if anybody is signed in."""
    user = current_user
    return user.viewer if user.is_authenticated else None


def current_viewer() -> Viewer:
    """The viewer behind a door that only opens to people who are signed in."""
    viewer = viewer_or_none()
    if viewer is None:
        raise Unauthorized
    return viewer


def sign_in(person_id: str, settings: Settings) -> None:
    """Begin a session on this device, under a new id whatever cookie it came with."""
    viewer = viewer_of_person(person_id)
    if viewer is None:
        raise Unauthorized
    secret = secrets.token_urlsafe(32)
    db.session.add(
        SessionRecord(
            secret_hash=hashed(secret),
            person_id=person_id,
            expires_at=clock.now() + clock.hours(settings.session_hours),
        )
    )
    session.clear()
    g.pop("csrf_token", None)
    login_user(SignedIn(viewer, secret))


def end_session() -> None:
    """End this device's session for good: a copy of its cookie is worth nothing."""
    user = current_user
    if user.is_authenticated:
        forget_bytes()
        db.session.execute(
            delete(SessionRecord).where(SessionRecord.secret_hash == hashed(user.id))
        )
    session.clear()


def end_sessions_of(person_id: str, *, but_this: bool = False) -> None:
    """End a person's sessions everywhere, except here if so wished."""
    others = delete(SessionRecord).where(SessionRecord.person_id == person_id)
    if but_this and current_user.is_authenticated:
        others = others.where(SessionRecord.secret_hash != hashed(current_user.id))
    db.session.execute(others)


@bp.get("/stay")
@signed_in
def stay() -> ResponseReturnValue:
    """Somebody is writing a long text: the answer's cookie says they are still here."""
    return "", 204


# The one GET that writes: leaving must work at once, as a plain link, without a script.
# Another site cannot make anybody leave: browsers then say so, and nothing is ended.
@bp.get("/leave")
@anyone
def leave() -> ResponseReturnValue:
    settings: Settings = current_app.config["SETTINGS"]
    if request.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none"):
        end_session()
    return clear_device(redirect(settings.leave_to, code=303))
