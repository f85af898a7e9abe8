"""Passwords as they are kept: argon2id, slow for whoever steals them (RFC 9106)."""

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's Password Storage Cheat Sheet: 19 MiB, two rounds, one lane; about 30 ms.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _HASHER.hash(secrets.token_urlsafe(32))
_MORE_THAN_ANY = 1_000


def normal(password: str) -> str:
    """The same letters however a keyboard composes them (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password[:_MORE_THAN_ANY])


def hash_of(password: str) -> str:
    return _HASHER.hash(normal(password))


def fits(kept: str | None, password: str) -> bool:
    """Whether this is the password; without one it takes as long and says no."""
    try:
        _HASHER.verify(kept or _NOBODYS, normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Whether the hash was made with other settings than today's."""
    return _HASHER.check_needs_rehash(kept)
