"""The seal: keys, tokens and encryption. The only module that holds keys.

A key ring is a text: one line `name:base64` per key, the first being the one in use. All
others can still open what they sealed. Each purpose has its own key, derived by HKDF
(RFC 5869); bodies are AES-256-GCM (NIST SP 800-38D) bound to the place they are stored.
"""

import base64
import binascii
import hmac
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NAME_LENGTH = 4
_NONCE_LENGTH = 12
_LENGTH_PREFIX = 4


class KeysMissing(Exception):
    """There are no keys, or they cannot be read; the sentence says what to do."""


class CannotOpen(Exception):
    """A sealed body was changed, moved to another row, or its key is gone."""


@dataclass(frozen=True)
class KeyRing:
    """Named 256-bit keys, newest first. Never printed: `repr` hides them."""

    keys: tuple[tuple[str, bytes], ...]

    def __repr__(self) -> str:
        return f"KeyRing({len(self.keys)} keys)"

    @property
    def current(self) -> tuple[str, bytes]:
        return self.keys[0]

    def named(self, name: str) -> bytes:
        for known, key in self.keys:
            if known == name:
                return key
        raise CannotOpen("The key that sealed this is not among the keys.")


def new_key_line() -> str:
    """One fresh key as a line of a key ring."""
    name = base64.b32encode(secrets.token_bytes(5)).decode()[:_NAME_LENGTH].lower()
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}"


def read_ring(text: str) -> KeyRing:
    """The key ring a text holds; raises KeysMissing."""
    keys = []
    for line in text.replace(",", "\n").split():
        name, _, encoded = line.partition(":")
        try:
            key = base64.urlsafe_b64decode(encoded)
        except (binascii.Error, ValueError) as error:
            raise KeysMissing("The keys cannot be read: a line is damaged.") from error
        if len(name) != _NAME_LENGTH or len(key) != 32:
            raise KeysMissing("The keys cannot be read: a line is damaged.")
        keys.append((name, key))
    if not keys:
        raise KeysMissing("There are no keys. Make some with: flask keys new")
    return KeyRing(tuple(keys))


def load_ring(keys: str, path: Path) -> KeyRing:
    """The key ring from the environment's text, else from the key file."""
    if keys:
        return read_ring(keys)
    if not path.exists():
        raise KeysMissing("There are no keys. Make some with: flask keys new")
    return read_ring(path.read_text())


def write_new_keys(path: Path) -> bool:
    """Make a key file only its owner can read; False if there already is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(new_key_line() + "\n")
    try:
        os.link(draft, path)  # all or nothing, even when two workers start at once
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


class Seal:
    """Tokens and sealed bodies under one key ring."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._derived = lru_cache(maxsize=512)(self._derive)
        self._cipher = lru_cache(maxsize=512)(self._cipher_of)

    def _derive(self, name: str, purpose: str) -> bytes:
        key = self._ring.named(name)
        return HKDF(SHA256(), 32, salt=None, info=f"kindred|{purpose}".encode()).derive(key)

    def _cipher_of(self, name: str, school_id: str) -> AESGCM:
        return AESGCM(self._derived(name, f"body|{school_id}"))

    def token(self, purpose: str, *parts: str) -> bytes:
        """32 bytes that tie the parts together for this purpose and say nothing else.

        Tokens use the oldest key: they are names, and must stay the same while newer
        keys already seal new bodies (`flask keys rotate` re-makes them).
        """
        return self.tokens(purpose)(*parts)

    def tokens(self, purpose: str) -> Callable[..., bytes]:
        """A function making many tokens of one purpose quickly (about 2 µs each)."""
        name = self._ring.keys[-1][0]
        start = hmac.new(self._derived(name, f"token|{purpose}"), digestmod=sha256)

        def one(*parts: str) -> bytes:
            fresh = start.copy()
            fresh.update("|".join(parts).encode())
            return fresh.digest()

        return one

    def close(self, text: str, *place: str, size: int = 0) -> bytes:
        """Seal a text, bound to its place (school, table, column, row).

        `size` pads to a multiple of that many bytes, so that lengths say nothing.
        """
        name, _ = self._ring.current
        data = text.encode()
        padded = len(data).to_bytes(_LENGTH_PREFIX, "big") + data
        if size:
            padded += bytes(-len(padded) % size)
        nonce = secrets.token_bytes(_NONCE_LENGTH)
        cipher = AESGCM(self._derived(name, f"body|{place[0]}"))
        return (
            name.encode() + nonce + cipher.encrypt(nonce, padded, "|".join(place).encode())
        )

    def open(self, body: bytes, *place: str) -> str:
        """The text sealed in this place; raises CannotOpen anywhere else."""
        name = body[:_NAME_LENGTH].decode(errors="replace")
        nonce = body[_NAME_LENGTH : _NAME_LENGTH + _NONCE_LENGTH]
        cipher = self._cipher(name, place[0])
        try:
            rest = body[_NAME_LENGTH + _NONCE_LENGTH :]
            padded = cipher.decrypt(nonce, rest, "|".join(place).encode())
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("This was changed or moved, or its key is gone.") from error
        length = int.from_bytes(padded[:_LENGTH_PREFIX], "big")
        return padded[_LENGTH_PREFIX : _LENGTH_PREFIX + length].decode()


_seal: Seal | None = None


def use(ring: KeyRing) -> None:
    """Set the keys of this process, once at start."""
    global _seal
    _seal = Seal(ring)


def seal() -> Seal:
    """The seal of this process; raises KeysMissing before `use`."""
    if _seal is None:
        raise KeysMissing("There are no keys. Make some with: flask keys new")
    return _seal


def hashed(secret: str) -> bytes:
    """How a one-time secret is kept at rest: it has 256 bits, so a plain hash suffices."""
    return sha256(secret.encode()).digest()


def cookie_seal(secret: str) -> Seal:
    """A seal for cookies, from the site's secret rather than from the keys of the data."""
    return Seal(KeyRing((("cook", sha256(secret.encode()).digest()),)))
