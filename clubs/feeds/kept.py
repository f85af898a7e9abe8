"""Calendars that were written out, kept until something in them changes."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

_MOST = 200


@dataclass(frozen=True)
class Written:
    """A calendar as it goes out, and a name for just these bytes."""

    body: bytes
    etag: str


class Kept:
    """The calendars asked for last, one for each address, each as of one version."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._by_key: OrderedDict[str, tuple[str, Written]] = OrderedDict()
        self._lock = Lock()

    def written(self, key: str, version: str, write: Callable[[], bytes]) -> Written:
        """What is kept for this address and version; else written now, and kept."""
        with self._lock:
            known = self._by_key.get(key)
            if known is not None and known[0] == version:
                self._by_key.move_to_end(key)
                return known[1]
        body = write()
        fresh = Written(body, sha256(body).hexdigest()[:32])
        with self._lock:
            self._by_key[key] = version, fresh
            self._by_key.move_to_end(key)
            while len(self._by_key) > self._most:
                self._by_key.popitem(last=False)
        return fresh

    def __len__(self) -> int:
        return len(self._by_key)
