"""Whatever bytes or words come, the readers answer or refuse; they never break."""

import contextlib
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from clubs.roster.club_list import read_club_list
from clubs.roster.readers import roster_in
from clubs.roster.reading import ClubList, Refused, Roster
from clubs.roster.when_and_where import understand
from tests.roster.made_files import DELTA, HEADER, roster, user

# What people write of days and rooms, in any order.
BITS = st.sampled_from(
    "every other alt 1st 3rd mon tuesday's Wed thurs fri-sun lunch after school before "
    "3:40-5:30 25:99 8am 12pm at 4 rm 231 C102 / & ( ) @ daily monthly MWF Mr. gym".split()
)
WORDS = st.lists(BITS, max_size=12).map(" ".join) | st.text(max_size=60)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
COLUMNS = st.sampled_from(
    ("sourcedId", "status", "enabledUser", "orgSourcedIds", "role", "givenName", "email")
)
STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read_roster(data: bytes) -> Roster | None:
    with contextlib.suppress(Refused):
        return roster_in(io.BytesIO(data))
    return None


def read_clubs(data: bytes) -> ClubList | None:
    with contextlib.suppress(Refused):
        return read_club_list(io.BytesIO(data))
    return None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_roster(data)
    read_roster(b"PK" + data)
    read_clubs(data)
    read_clubs(b"name,day\n" + data)
    read_clubs(b"[" + data)


@given(st.binary(max_size=400), st.sampled_from(["manifest", "orgs", "users"]))
def test_any_bytes_inside_the_zip_are_read_or_refused(data: bytes, name: str) -> None:
    read_roster(roster(**{name: data}).getvalue())
    read_roster(roster(users=f"{HEADER}\n".encode() + data).getvalue())


@given(st.data())
def test_a_zip_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    sound = bytearray(roster().getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(sound) - 1))
        sound[at] = data.draw(st.integers(0, 255))
    read_roster(bytes(sound))
    read_roster(bytes(sound[: data.draw(st.integers(0, len(sound)))]))


@given(st.dictionaries(COLUMNS, CELLS, max_size=4))
def test_any_cells_are_read_or_refused(cells: dict[str, str]) -> None:
    for manifest in (None, DELTA):
        read = read_roster(roster(user(**cells), manifest=manifest).getvalue())
        for person in read.people if read else ():
            assert person.given_name or person.family_name
            assert person.source_id
            assert "\n" not in f"{person.given_name}{person.family_name}{person.email}"


@given(WORDS, WORDS, WORDS)
def test_any_words_for_day_time_and_room_give_an_answer(
    day: str, time: str, place: str
) -> None:
    understood = understand(day, time, place)
    assert all(0 <= weekday <= 6 for weekday in understood.weekdays)
    assert understood.weekdays or not understood.certain
    assert understood.starts or not understood.ends
    if understood.starts and understood.ends:
        assert understood.starts < understood.ends


@given(STORABLE, STORABLE, STORABLE, STORABLE)
def test_words_for_day_time_room_and_advisor_are_kept_as_they_were(
    day: str, time: str, place: str, advisor: str
) -> None:
    entry = {"name": "Chess", "day": day, "time": time, "room": place, "advisor": advisor}
    (club,) = read_club_list(io.BytesIO(json.dumps([entry]).encode())).records
    kept = (club.day_text, club.time_text, club.place_text, club.advisor_text)
    assert kept == (day, time, place, advisor)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["name", "day", "id", "room", "x"]), inner)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(said: object) -> None:
    read_clubs(json.dumps(said).encode())
    read_clubs(json.dumps([said]).encode())
