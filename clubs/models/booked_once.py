"""The database's own rule that no room is booked twice at once.

PostgreSQL: an exclusion constraint. SQLite, whose writers queue: two triggers. Either way
an IntegrityError that says `booked_once`; and one booking may begin when another ends.
"""

from sqlalchemy import Connection

# An index over ranges of text: room, day and second of the day, one after the other, each
# of fixed width. PostgreSQL's own GiST knows no room and range together without an
# extension that not every server has.
_DAY = "lpad((on_date - DATE '2000-01-01')::text, 6, '0')"
_FROM = f"room_id || {_DAY} || lpad((extract(epoch FROM starts)::int)::text, 6, '0')"
_UNTIL = f"room_id || {_DAY} || lpad((extract(epoch FROM ends)::int)::text, 6, '0')"
RANGE = 'CREATE TYPE stretch AS RANGE (subtype = text, collation = "C")'
EXCLUSION = (
    "ALTER TABLE booking ADD CONSTRAINT booked_once EXCLUDE USING gist "
    f"(stretch({_FROM}, {_UNTIL}) WITH &&)"
)
NO_RANGE = "DROP TYPE IF EXISTS stretch"

_REFUSE = (
    "BEGIN SELECT RAISE(ABORT, 'booked_once') WHERE EXISTS (SELECT 1 FROM booking"
    " WHERE room_id = NEW.room_id AND on_date = NEW.on_date AND id <> NEW.id"
    " AND starts < NEW.ends AND ends > NEW.starts); END"
)
ON_INSERT = f"CREATE TRIGGER booked_once_insert BEFORE INSERT ON booking {_REFUSE}"
ON_UPDATE = (
    "CREATE TRIGGER booked_once_update"
    f" BEFORE UPDATE OF room_id, on_date, starts, ends ON booking {_REFUSE}"
)


def set_up(connection: Connection) -> None:
    """After the table `booking` is made, by create_all or by a migration."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(RANGE)
        connection.exec_driver_sql(EXCLUSION)
    else:
        connection.exec_driver_sql(ON_INSERT)
        connection.exec_driver_sql(ON_UPDATE)


def take_down(connection: Connection) -> None:
    """After the table is dropped, and its triggers and constraint with it."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(NO_RANGE)
