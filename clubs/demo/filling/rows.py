"""Storing many rows: in batches, so that a large school needs little memory."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from clubs.db import Model, db

BATCH = 2_000
Row = TypeVar("Row")
Watched = TypeVar("Watched")


class Watch(Protocol):
    """Hands things on one by one and shows how far they are, as rich's `track` does."""

    def __call__(self, things: Sequence[Watched], words: str, /) -> Iterable[Watched]: ...


def keep(rows: Iterable[Model]) -> None:
    """Store rows and let go of them: they can be read afterwards, not changed."""
    for batch in batches(rows):
        db.session.add_all(batch)
        db.session.flush()
        db.session.expunge_all()


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch
