"""The database: the models' base, how SQLite is set up, one transaction per request."""

import enum
import re
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar, TypeVarTuple

from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Enum, MetaData, Select, String, event, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.types import TypeDecorator

ID_LENGTH = 22
_ID = re.compile(f"[A-Za-z0-9_-]{{{ID_LENGTH}}}")
Row = TypeVarTuple("Row")
Value = TypeVar("Value")


def new_id() -> str:
    """A random 128-bit id: neither its order nor its number tells anything."""
    return secrets.token_urlsafe(16)


def is_id(text: str) -> bool:
    """Whether this looks like an id; PostgreSQL would not even be asked for a NUL."""
    return _ID.fullmatch(text) is not None


class Moment(TypeDecorator[datetime]):
    """An instant in UTC; SQLite forgets zones, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def _choices(kind: type[enum.Enum]) -> list[str]:
    return [str(choice.value) for choice in kind]


class Model(DeclarativeBase):
    """A row. It has its id from the start, so that sealed columns can be bound to it."""

    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(column_0_N_label)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            str: String(),
            datetime: Moment(),
            enum.Enum: Enum(
                enum.Enum, native_enum=False, length=24, values_callable=_choices
            ),
        },
    )

    def __init__(self, **values: Any) -> None:
        if "id" in type(self).__mapper__.columns:
            values = {"id": new_id(), **values}
        first = [name for name in ("id", "school_id") if name in values]
        for name in first + [name for name in values if name not in first]:
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, values[name])


db = SQLAlchemy(metadata=Model.metadata, session_options={"expire_on_commit": False})
migrate = Migrate(db=db, render_as_batch=True, compare_type=True)

_expects_writes: ContextVar[bool] = ContextVar("expects_writes", default=True)


def expect_writes(*, yes: bool) -> None:
    """Say whether this request may write. If not, the database itself refuses to."""
    _expects_writes.set(yes)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: Any, _record: object) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # we say BEGIN ourselves, below
    # SQLite's own knows only A to Z: “École” must be found by “école”.
    connection.create_function("lower", 1, _lower, deterministic=True)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # what people were told is done survives a power cut
        "foreign_keys = ON",
        "secure_delete = ON",
        "busy_timeout = 15000",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    writing = _expects_writes.get()
    if connection.dialect.name == "sqlite":
        # Writers queue from their first statement on: a read that turns into a write fails.
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif not writing:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


def forget_bytes() -> None:
    """Ask that, after this commit, deleted rows also leave the file's bytes."""
    db.session.info["forget_bytes"] = True


def commit() -> None:
    """Commit the request's one transaction, then write out what must be forgotten."""
    db.session.commit()
    if db.session.info.pop("forget_bytes", False):
        write_out()


def write_out() -> None:
    """Fold SQLite's write-ahead log into the file, and empty it (PostgreSQL: see tidy)."""
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def take_stock() -> None:
    """After bulk work: what the database knows of its tables decides how it looks things
    up, and pages are slow until it has counted again."""
    db.session.execute(text("ANALYZE"))


def insert_once(table: type[Model], **values: Any) -> bool:
    """Insert a row unless its key is taken already; True if it was inserted.

    The key decides, not a look beforehand: of many at once exactly one succeeds.
    """
    if db.engine.dialect.name == "sqlite":
        statement: Any = sqlite_insert(table).values(values)
    else:
        statement = postgresql_insert(table).values(values)
    first_key = table.__mapper__.primary_key[0]
    done = statement.on_conflict_do_nothing().returning(first_key)
    return db.session.execute(done).first() is not None


def in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists short enough for one IN: a database takes so many and no more."""
    rest = iter(values)
    while part := list(islice(rest, 5_000)):
        yield part


def locked(statement: Select[*Row]) -> Select[*Row]:
    """The same SELECT, holding its rows until the end (SQLite queues writers anyway).

    Rows that point at a held row may still be added: else two people who add something
    about a school and then hold it would wait for each other for ever.
    """
    return statement.with_for_update(key_share=True)
