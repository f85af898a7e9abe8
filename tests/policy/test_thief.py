"""A thief with the whole database but not the key learns nothing of who belongs (P8, P9).

The dump is what a thief would have: every table as text, and every byte of the file.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import inspect, select, text, update

from clubs import belonging, notices
from clubs.belonging import Commitment
from clubs.config import Settings
from clubs.db import db, write_out
from clubs.events import coming
from clubs.models.belonging import SealedMembership
from clubs.models.clubs import Step
from clubs.models.people import Person
from clubs.planning import reach
from clubs.seal import CannotOpen
from tests import postgres
from tests.conftest import DATABASE
from tests.factories import Builder
from tests.policy.cast import HANDLE, NOTE, Cast

SEALED = (Step.PRIVATE, Step.CONFIDENTIAL, Step.UNLISTED)
# Where a person's own facts stand; nowhere may a club's stand beside them in one row.
PERSONAL = {
    "person",
    "password",
    "password_link",
    "session_record",
    "appointment",
    "upload",
}


def stolen(app: Flask, settings: Settings) -> bytes:
    """All a thief carries away: the file with its log, or a complete dump."""
    with app.app_context():
        write_out()
    if DATABASE == "postgresql":
        return postgres.dump("test")
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    beside = [path, path.with_name(f"{path.name}-wal")]
    return b"".join(one.read_bytes() for one in beside if one.exists())


def rows(app: Flask) -> Iterator[tuple[str, str]]:
    """Each row of each table as one text, bytes in hexadecimal."""
    with app.app_context():
        for table in inspect(db.engine).get_table_names():
            for row in db.session.execute(text(f'SELECT * FROM "{table}"')):
                cells = [one.hex() if isinstance(one, bytes) else str(one) for one in row]
                yield table, " | ".join(cells)


def marks_of(person: Person) -> list[str]:
    return [person.id, person.name, str(person.email)]


@pytest.mark.parametrize("who", ["member", "leader", "asked"])
def test_no_row_ties_a_member_to_a_club_that_is_not_open(
    app: Flask, build: Builder, cast: Cast, who: str
) -> None:
    person = cast[who]
    clubs = {step: cast.clubs[step] for step in SEALED}
    open_club = cast.clubs[Step.OPEN].id
    for table, row in rows(app):
        if any(mark in row for mark in marks_of(person)):
            assert not any(club.id in row for club in clubs.values()), (table, row)
            assert table in PERSONAL or open_club in row, (table, row)


def test_handles_notes_and_sealed_words_are_nowhere_to_be_read(
    app: Flask, settings: Settings, cast: Cast
) -> None:
    loot = stolen(app, settings)
    assert cast.clubs[Step.CONFIDENTIAL].name.encode() in loot, (
        "the control: a name is there"
    )
    for step in SEALED:
        assert f"{HANDLE} {step}".encode() not in loot
        assert f"{NOTE} {step}".encode() not in loot


def test_notices_mail_and_coming_tie_nobody_to_anything(
    app: Flask, settings: Settings, build: Builder, cast: Cast
) -> None:
    club, member = cast.clubs[Step.CONFIDENTIAL], cast.member
    event = cast.events[Step.CONFIDENTIAL]
    with build.acting(member) as actor:
        notices.tell(actor.school_id, member.id, f"{NOTE} told", club)
        notices.mail_update(actor.school_id, [member.id])
        coming.come(actor, event)
    tables = {table for table, _row in rows(app)}
    assert {"notice", "mail", "coming"} <= tables
    for table, row in rows(app):
        if table in ("notice", "mail", "coming"):
            assert not any(mark in row for mark in (*marks_of(member), club.id)), table
    assert f"{NOTE} told".encode() not in stolen(app, settings)


def test_who_comes_to_a_meeting_and_who_has_a_job_is_not_to_be_read(
    app: Flask, settings: Settings, cast: Cast
) -> None:
    """Nor how many come to which club's meetings, nor which jobs are taken."""
    found = list(rows(app))
    ids = {one.id for one in cast.clubs.values()}
    ids |= {one.id for one in cast.meetings.values()}
    comings = [row for table, row in found if table == "meeting_coming"]
    jobs = [row for table, row in found if table == "meeting_job"]
    assert len(comings) == 2 * len(Step)
    assert len(jobs) == 3 * len(Step)
    people = [mark for who in ("member", "leader") for mark in marks_of(cast[who])]
    for row in comings:
        assert not any(mark in row for mark in (*people, *ids)), row
    for row in jobs:
        assert not any(mark in row for mark in people), row
    assert len({len(row) for row in comings}) == 1
    named = ("Greeter", "Snacks", "Set-up")
    lengths = {len(row) - len(name) for row in jobs for name in named if name in row}
    assert len(lengths) == 1, "a free job is as long as one that is taken"


def test_which_lunches_suit_a_club_is_sealed_and_every_club_has_as_much_of_it(
    app: Flask, build: Builder, cast: Cast
) -> None:
    lunch, club = build.wave("A"), cast.clubs[Step.CONFIDENTIAL]
    for _ in range(12):
        person = build.student(wave_id=lunch.id)
        build.member(club, person, commitment=Commitment.REGULAR)
    with build.site():
        reach.refresh_school(build.school.id)
        assert reach.reach_of(club) == {lunch.id: reach.Share.MOST}
    found = [row for table, row in rows(app) if table == "club_reach"]
    assert len(found) == len(Step) + 1
    assert len({len(row) for row in found}) == 1
    assert not any(lunch.id in row or "most" in row for row in found)


def test_memberships_share_no_value_and_tell_no_clubs_size(
    app: Flask, build: Builder, cast: Cast
) -> None:
    for _ in range(5):
        build.member(cast.clubs[Step.CONFIDENTIAL], build.student())
    with build.site():
        found = db.session.execute(
            select(SealedMembership.token, SealedMembership.body)
        ).all()
        columns = set(SealedMembership.__table__.columns.keys())
    assert columns == {"token", "school_id", "body"}
    assert len(found) == 3 * len(SEALED) + 5
    assert (
        len({token for token, _body in found})
        == len({body for _t, body in found})
        == len(found)
    )
    assert len({len(body) for _token, body in found}) == 1, "all bodies are equally long"
    # No run of eight bytes stands in two rows: nothing ties them to each other or a club.
    pieces = [{row[i : i + 8] for i in range(4, len(row) - 8)} for _token, row in found]
    seen: set[bytes] = set()
    for piece in pieces:
        assert not seen & piece
        seen |= piece


def test_a_body_moved_to_another_row_does_not_open(build: Builder, cast: Cast) -> None:
    club = cast.clubs[Step.CONFIDENTIAL]
    with build.site():
        member = belonging.of_one(club, cast.member.id)
        leader = belonging.of_one(club, cast.leader.id)
        assert member is not None
        assert leader is not None
        stronger = db.session.scalar(
            select(SealedMembership.body).where(SealedMembership.token == leader.token)
        )
        db.session.execute(
            update(SealedMembership)
            .where(SealedMembership.token == member.token)
            .values(body=stronger)
        )
    with build.site(), pytest.raises(CannotOpen):
        belonging.of_one(club, cast.member.id)


def test_where_there_is_no_list_even_the_key_names_nobody(build: Builder) -> None:
    student = build.student()
    club = build.club(Step.CONFIDENTIAL, no_list=True)
    build.member(club, student, handle="Calm Wren")
    with build.site():
        (held,) = belonging.in_club(club)
        assert held.person_id is None
        assert held.handle == "Calm Wren"
        assert belonging.of_one(club, student.id) is not None


def test_leaving_leaves_not_one_byte(
    app: Flask, settings: Settings, build: Builder, cast: Cast
) -> None:
    club = cast.clubs[Step.CONFIDENTIAL]
    with build.site():
        one = belonging.of_one(club, cast.member.id)
        assert one is not None
        body = db.session.scalar(
            select(SealedMembership.body).where(SealedMembership.token == one.token)
        )
        assert body is not None
    with build.site():
        belonging.end(club, one)
    with app.app_context():
        forget_on_postgres()
    loot = stolen(app, settings)
    for trace in (one.token, body[:24], body[-24:]):
        assert trace not in loot
        assert trace.hex().encode() not in loot


def forget_on_postgres() -> None:
    """A dump holds no dead rows; in the files, VACUUM ends them (`flask tidy` does)."""
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.execute(text("VACUUM sealed_membership"))


def test_dates_in_sensitive_tables_are_no_finer_than_a_year(
    build: Builder, cast: Cast
) -> None:
    with build.site():
        kinds = {
            f"{table}.{column['name']}": str(column["type"])
            for table in ("sealed_membership", "coming", "meeting_coming", "notice", "mail")
            for column in inspect(db.engine).get_columns(table)
        }
    timed = {name for name, kind in kinds.items() if re.search("DATE|TIME", kind)}
    # Until when a sender has taken a mail: a time of sending, not of what it is about.
    assert timed == {"mail.claimed_until"}


def test_the_dump_would_notice(app: Flask, build: Builder, cast: Cast) -> None:
    """The control: in an open club the row that names a member is there to be found."""
    open_club = cast.clubs[Step.OPEN]
    tied = [t for t, row in rows(app) if cast.member.id in row and open_club.id in row]
    assert tied == ["membership"]
