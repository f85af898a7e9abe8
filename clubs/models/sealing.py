"""A text column nobody can read without the key, bound to its own row."""

from typing import Any, Protocol, overload

from clubs.seal import seal


class _Row(Protocol):
    id: Any
    school_id: Any


class SealedText:
    """`words = SealedText()` keeps its text in the bytes column `words_sealed`."""

    def __init__(self, size: int = 64) -> None:
        self._size = size

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self._column = f"{name}_sealed"

    @overload
    def __get__(self, row: None, owner: type) -> "SealedText": ...
    @overload
    def __get__(self, row: _Row, owner: type) -> str: ...
    def __get__(self, row: _Row | None, owner: type) -> "str | SealedText":
        if row is None:
            return self
        return self.opened(getattr(row, self._column), row.school_id, row.id, owner)

    def opened(self, body: bytes, school_id: str, row_id: str, owner: Any) -> str:
        """The text of a body read as a column, without its entity."""
        return seal().open(body, school_id, owner.__tablename__, self._name, row_id)

    def __set__(self, row: _Row, text: str) -> None:
        table = type(row).__tablename__  # type: ignore[attr-defined]  # rows are models
        place = (row.school_id, table, self._name, row.id)
        setattr(row, self._column, seal().close(text, *place, size=self._size))
