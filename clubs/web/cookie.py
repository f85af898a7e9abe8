"""The session cookie: sealed, so that nobody can read it, and dated, so that it ends.

It carries the random id of a server-side session record and what the next page needs (a
CSRF secret, one message). The time of the last click is inside: no page has to write it.
"""

import base64
import json
from binascii import Error
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin

from clubs import clock
from clubs.config import Settings
from clubs.seal import CannotOpen, cookie_seal

UNSIGNED = ("static", "assets.accent", "health.healthz", "feeds.calendar", "screen.screen")
_PLACE = ("cookie", "session")


class SealedCookies(SessionInterface):
    """Keeps Flask's session in one sealed cookie that always has the same few lengths."""

    def __init__(self, settings: Settings) -> None:
        self._seal = cookie_seal(settings.secret_key)
        self._idle = settings.idle_minutes * 60
        self._day = settings.session_hours * 60 * 60
        self._name = "__Host-session" if settings.secure else "session"
        self._secure = settings.secure

    def open_session(self, app: Flask, asked: Request) -> SecureCookieSession:
        fields = self._fields(asked.cookies.get(self._name, ""))
        seen = fields.pop("seen", 0)
        # Only a signed-in page times out; the sign-in page may stay open all morning.
        longest = self._idle if "_user_id" in fields else self._day
        if not 0 <= clock.now().timestamp() - seen <= longest:
            fields = {}
        return self.session_of(fields)

    def session_of(self, fields: dict[str, Any]) -> SecureCookieSession:
        return SecureCookieSession(fields)

    def _fields(self, cookie: str) -> dict[str, Any]:
        try:
            body = base64.urlsafe_b64decode(cookie.encode())
            fields: dict[str, Any] = json.loads(self._seal.open(body, *_PLACE))
        except (Error, CannotOpen, ValueError):
            return {}
        return fields

    def save_session(
        self,
        app: Flask,
        session: SessionMixin,
        response: Response,
    ) -> None:
        if request.endpoint in UNSIGNED:
            return  # the same for everybody, and kept: no cookie belongs in there
        # Every answer carries one, signed in or not, so that no answer differs by it.
        text = json.dumps({**session, "seen": int(clock.now().timestamp())})
        body = base64.urlsafe_b64encode(self._seal.close(text, *_PLACE, size=512))
        response.set_cookie(
            self._name,
            body.decode(),
            secure=self._secure,
            httponly=True,
            samesite="Lax",
            path="/",
        )
