"""The seal keeps what it closes, in its own place only, and says nothing by its shape."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubs import seal as seals
from clubs.seal import (
    CannotOpen,
    KeysMissing,
    Seal,
    load_ring,
    new_key_line,
    read_ring,
    write_new_keys,
)

PLACE = ("school", "table", "column", "row")


def fresh() -> Seal:
    return Seal(read_ring(new_key_line()))


@given(st.text())
def test_what_was_closed_opens_in_its_place(words: str) -> None:
    one = fresh()
    assert one.open(one.close(words, *PLACE), *PLACE) == words


@pytest.mark.parametrize("moved", range(4))
def test_a_body_moved_to_another_place_does_not_open(moved: int) -> None:
    one = fresh()
    elsewhere = [*PLACE]
    elsewhere[moved] = "other"
    with pytest.raises(CannotOpen):
        one.open(one.close("a handle", *PLACE), *elsewhere)


@given(st.integers(0, 60))
def test_one_changed_byte_is_noticed(position: int) -> None:
    one = fresh()
    body = bytearray(one.close("Quiet Heron", *PLACE, size=64))
    body[position % len(body)] ^= 1
    with pytest.raises(CannotOpen):
        one.open(bytes(body), *PLACE)


@pytest.mark.parametrize("body", [b"", b"abcd", b"abcd" + b"1" * 11, b"\xff" * 40])
def test_what_is_no_body_does_not_open(body: bytes) -> None:
    with pytest.raises(CannotOpen):
        fresh().open(body, *PLACE)


def test_bodies_padded_to_a_size_are_equally_long() -> None:
    one = fresh()
    lengths = {len(one.close("x" * n, *PLACE, size=256)) for n in (0, 1, 100, 252)}
    assert len(lengths) == 1


def test_the_same_words_never_look_the_same_twice() -> None:
    one = fresh()
    assert one.close("again", *PLACE) != one.close("again", *PLACE)


def test_tokens_differ_by_purpose_thing_and_person_and_by_nothing_else() -> None:
    one = fresh()
    made = {
        one.token("member", "club", "person"),
        one.token("coming", "club", "person"),
        one.token("member", "other", "person"),
        one.token("member", "club", "other"),
    }
    assert len(made) == 4
    assert {len(token) for token in made} == {32}
    assert one.token("member", "club", "person") in made
    assert one.tokens("member")("club", "person") in made


def test_tokens_of_another_site_are_others() -> None:
    assert fresh().token("member", "a", "b") != fresh().token("member", "a", "b")


def test_older_keys_still_open_and_tokens_stay() -> None:
    old = new_key_line()
    before, after = Seal(read_ring(old)), Seal(read_ring(f"{new_key_line()}\n{old}"))
    assert after.open(before.close("kept", *PLACE), *PLACE) == "kept"
    assert after.token("member", "a", "b") == before.token("member", "a", "b")
    with pytest.raises(CannotOpen):
        before.open(after.close("newer", *PLACE), *PLACE)


def test_keys_are_not_printed() -> None:
    line = new_key_line()
    assert line.partition(":")[2] not in repr(read_ring(line))


def test_a_key_file_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "keys"
    assert write_new_keys(path)
    made = path.read_text()
    assert not write_new_keys(path)
    assert path.read_text() == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]
    assert len(load_ring("", path).keys) == 1


def test_keys_from_the_environment_come_first(tmp_path: Path) -> None:
    assert len(load_ring(f"{new_key_line()},{new_key_line()}", tmp_path / "none").keys) == 2


@pytest.mark.parametrize(
    "text", ["", "  ", "abcd", "abcd:short", "abcd:%%%", "a:" + "A" * 43]
)
def test_damaged_keys_are_refused_in_words(text: str) -> None:
    with pytest.raises(KeysMissing, match="keys"):
        read_ring(text)


def test_missing_keys_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeysMissing, match="flask keys new"):
        load_ring("", tmp_path / "keys")
    monkeypatch.setattr(seals, "_seal", None)
    with pytest.raises(KeysMissing, match="flask keys new"):
        seals.seal()
