"""Without the key the database says nothing, and after leaving nothing at all (P8, P9)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text, update

from clubs import belonging
from clubs.config import Settings
from clubs.db import db
from clubs.models.belonging import SealedMembership
from clubs.models.clubs import Step
from clubs.seal import CannotOpen
from tests.conftest import DATABASE
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
SEALED = text("SELECT token, school_id, body FROM sealed_membership")


def bytes_kept(settings: Settings) -> bytes:
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    files = [path, path.with_name(path.name + "-wal")]
    return b"".join(one.read_bytes() for one in files if one.exists())


@pytest.mark.skipif(DATABASE != "sqlite", reason="a file of bytes is SQLite's")
@pytest.mark.parametrize("step", [Step.OPEN, Step.UNLISTED], ids=str)
def test_after_leaving_not_one_byte_is_in_the_file(
    build: Builder, visitor: Visit, settings: Settings, step: Step
) -> None:
    club, student = build.club(step), build.student()
    build.member(club, student, handle="Zanzibar Quokka")
    with build.site():
        rows = db.session.execute(SEALED).all()
    traces = [rows[0].token, rows[0].body] if rows else [b"Zanzibar Quokka"]
    before = bytes_kept(settings)
    assert all(one[:64] in before for one in traces)
    visitor(student).post(f"/c/{club.id}/leave")
    after = bytes_kept(settings)
    assert not any(
        one[at : at + 24] in after for one in traces for at in (0, len(one) // 2)
    )


def test_a_body_moved_to_another_row_does_not_open(build: Builder) -> None:
    club, one, two = build.club(Step.PRIVATE), build.student(), build.student()
    first, second = build.member(club, one), build.member(club, two)
    with build.site():
        moved = db.session.get_one(SealedMembership, first.token).body
        where = SealedMembership.token == second.token
        db.session.execute(update(SealedMembership).where(where).values(body=moved))
    with build.site(), pytest.raises(CannotOpen):
        belonging.in_club(club)


def test_two_memberships_of_one_student_share_nothing(build: Builder) -> None:
    student = build.student()
    for _ in range(2):
        build.member(build.club(Step.CONFIDENTIAL), student, handle="River")
    with build.site():
        (token, _, body), (other_token, _, other_body) = db.session.execute(SEALED).all()
    assert token != other_token
    assert len(body) == len(other_body)
    pieces = {body[at : at + 8] for at in range(16, len(body) - 8)}
    assert not any(one in other_body for one in pieces)


def test_every_body_is_equally_long(build: Builder) -> None:
    club = build.club(Step.CONFIDENTIAL)
    build.member(club, build.student(), handle="Al")
    build.member(club, build.student(), handle="🦜" * 40, note="🦜" * belonging.NOTE_LENGTH)
    build.member(club, build.student(), handle='"' * 40, note='"' * belonging.NOTE_LENGTH)
    with build.site():
        assert len({len(row.body) for row in db.session.execute(SEALED)}) == 1


def test_with_no_list_a_body_holds_no_person(build: Builder) -> None:
    club, student = build.club(Step.UNLISTED, no_list=True), build.student()
    build.member(club, student)
    with build.site():
        assert [one.person_id for one in belonging.in_club(club)] == [None]
        found = belonging.of_one(club, student.id)
    assert found is not None
    assert found.person_id == student.id
