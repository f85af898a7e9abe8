"""A browser's cookie that tells our own throttle two devices apart, and nobody anything.

It is 32 random bytes. After a sign-in the second half is a token of the first half and the
account, which looks just as random: so a person's own device goes on working while somebody
elsewhere guesses at their account. It outlives no sign-out, which clears the device.
"""

import base64
import secrets
from binascii import Error
from dataclasses import dataclass

from flask import current_app, request
from flask.wrappers import Response

from clubs.config import Settings
from clubs.seal import seal

_HALF = 16
_LIFE = 400 * 24 * 60 * 60  # seconds; the longest that browsers keep a cookie


@dataclass(frozen=True)
class Device:
    number: bytes
    mark: bytes

    @property
    def name(self) -> str:
        return self.number.hex()

    def knows(self, email: str) -> bool:
        """Whether this account's owner was the last to sign in here."""
        return secrets.compare_digest(self.mark, _mark(email, self.number))


def a_new_device() -> Device:
    return Device(secrets.token_bytes(_HALF), secrets.token_bytes(_HALF))


def device_of(email: str) -> Device:
    """A device that knows this account."""
    number = secrets.token_bytes(_HALF)
    return Device(number, _mark(email, number))


def this_device() -> Device:
    """What the browser showed; a new one if it showed nothing of ours."""
    try:
        shown = base64.urlsafe_b64decode(request.cookies.get(_name(), "").encode())
    except (Error, ValueError):
        shown = b""
    return (
        Device(shown[:_HALF], shown[_HALF:]) if len(shown) == 2 * _HALF else a_new_device()
    )


def remember(response: Response, device: Device) -> Response:
    response.set_cookie(
        _name(),
        base64.urlsafe_b64encode(device.number + device.mark).decode(),
        max_age=_LIFE,
        secure=_settings().secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def _mark(email: str, number: bytes) -> bytes:
    return seal().token("device", email, number.hex())[:_HALF]


def _name() -> str:
    return "__Host-device" if _settings().secure else "device"


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
