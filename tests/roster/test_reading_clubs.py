"""A school's own club list: headings of every spelling, texts kept as they were."""

import io
import json
from pathlib import Path

import pytest

from clubs.roster.club_list import read_club_list
from clubs.roster.reading import ClubList, NoteKind, Refused, WhyAlike


def listed(*entries: dict[str, object]) -> ClubList:
    return read_club_list(io.BytesIO(json.dumps(entries).encode()), "clubs.json")


def from_csv(text: str) -> ClubList:
    return read_club_list(io.BytesIO(text.encode()), "clubs.csv")


@pytest.fixture(scope="module")
def real(shared: Path) -> ClubList:
    return read_club_list(shared / "clubs" / "lincoln_hs_seattle_clubs.json")


def test_the_real_list_is_read_and_its_words_are_kept(shared: Path, real: ClubList) -> None:
    path = shared / "clubs" / "lincoln_hs_seattle_clubs.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    assert len(real.records) == len(said) == 102
    for record, entry in zip(real.records, said, strict=True):
        assert record.source_id == entry["id"]
        assert record.day_text == entry["day"]
        assert record.time_text == entry["time"]
        assert record.place_text == entry["location"]
        assert record.advisor_text == entry["advisor"]
    assert real.notes == ()


def test_three_quarters_of_the_real_list_are_understood_for_certain(
    real: ClubList,
) -> None:
    certain = [record for record in real.records if record.understood.certain]
    assert len(certain) == 76
    assert all(record.understood.weekdays for record in certain)


def test_exactly_the_real_duplicates_are_reported(real: ClubList) -> None:
    found = {
        (pair.first.name, pair.second.name, pair.why): pair.score
        for pair in real.duplicates
    }
    assert found == {
        ("Chainlynx Robotics", "Chainlynx Robotics", WhyAlike.SAME_NAME): 1.0,
        ("Dance Team", "Dance Team", WhyAlike.SAME_NAME): 1.0,
        ("Disabled Student Union", "DSU", WhyAlike.INITIALS): 0.9,
    }


@pytest.mark.parametrize(
    "first, second",
    [
        ("Chess Club", "The Chess Team"),
        ("Environmental Club", "Enviromental Club"),
        ("Students' Union", "students union"),
        ("Games and Film", "Film and Games"),
        ("Queer–Straight Alliance", "Queer Straight Alliance"),
    ],
)
def test_names_that_hardly_differ_are_likely_duplicates(first: str, second: str) -> None:
    assert len(listed({"name": first}, {"name": second}).duplicates) == 1


@pytest.mark.parametrize(
    "first, second",
    [
        ("Fishing Club", "Fashion Club"),
        ("Class of 2026", "Class of 2027"),
        ("JSU", "LSU"),
        ("Dance Team", "K-Dance Club"),
        ("Student Council", "SC"),
        ("Diabetes Student Union", "DSU"),
        ("The Club", "The Group"),
        ("???", "!!!"),
    ],
)
def test_names_of_different_clubs_are_not(first: str, second: str) -> None:
    assert listed({"name": first}, {"name": second}).duplicates == ()


@pytest.mark.parametrize(
    "header",
    [
        "Club Name,Meeting Day,When,Where,Sponsor,About",
        "TITLE;days;Time;Room;Teacher;Purpose",
        "\ufeffclub\tDay(s)\tmeeting_time\tLOCATION\tSupervisor\tdesc",
        '"Name of club",Weekday,times,Place,"Staff Advisor",Description',
    ],
)
def test_headings_come_in_many_spellings(header: str) -> None:
    mark = next(mark for mark in "\t;," if mark in header)
    row = mark.join(["Chess", "Mondays", "Lunch", "Rm 12", "A. Teacher", "We play."])
    (club,) = from_csv(f"{header}\n{row}\n").records
    texts = (club.day_text, club.time_text, club.place_text, club.advisor_text)
    assert club.name == "Chess"
    assert texts == ("Mondays", "Lunch", "Rm 12", "A. Teacher")
    assert club.purpose == "We play."
    assert club.understood.rooms == ("12",)
    assert club.row == 2


def test_other_columns_are_left_out_and_noted() -> None:
    read = from_csv("name,Members,Phone\nChess,Ada Vale,555-0100\n")
    assert [(note.kind, note.place.column) for note in read.notes] == [
        (NoteKind.COLUMN_IGNORED, "Members"),
        (NoteKind.COLUMN_IGNORED, "Phone"),
    ]
    assert read.notes[0].sentence == (
        "clubs.csv, column Members: this column was left out; the site has no place for it."
    )
    assert "Ada" not in repr(read)


@pytest.mark.parametrize("said", ["", "N/A", "none", " - ", "TBD."])
def test_a_purpose_that_says_nothing_is_none(said: str) -> None:
    assert listed({"name": "Chess", "desc": said}).records[0].purpose is None


def test_formulas_and_html_are_only_text() -> None:
    (club,) = listed({"name": '=HYPERLINK("x")', "desc": "<script>x</script>"}).records
    assert club.name == '=HYPERLINK("x")'
    assert club.purpose == "<script>x</script>"


def test_a_row_without_a_name_is_noted_and_left_out() -> None:
    read = from_csv("name,day\nChess,Monday\n,Tuesday\n" + "x" * 201 + ",Friday\n\n,\n")
    assert [record.name for record in read.records] == ["Chess"]
    assert [(note.kind, note.place.row, note.skipped) for note in read.notes] == [
        (NoteKind.NO_NAME, 3, True),
        (NoteKind.TOO_LONG, 4, True),
    ]


def test_a_row_that_stands_twice_counts_once() -> None:
    read = listed({"id": "1", "name": "Chess"}, {"id": "1", "name": "Chess"})
    assert len(read.records) == 1
    assert read.notes[0].kind is NoteKind.TWICE


def test_json_may_hold_numbers_lists_and_nothing() -> None:
    read = listed({"id": 7, "name": "Chess", "room": 231, "days": ["Monday", "Friday"]},
                  {"name": "Go", "room": None})  # fmt: skip
    first, second = read.records
    assert (first.source_id, first.place_text, first.day_text) == (
        "7",
        "231",
        "Monday, Friday",
    )
    assert second.place_text == ""
    wrapped = io.BytesIO(b'\xef\xbb\xbf{"year": 2026, "clubs": [{"name": "Chess"}]}')
    assert read_club_list(wrapped).records[0].name == "Chess"


BROKEN = {
    b"": "c: this file is empty.",
    b"\n\n": "c: this file is empty.",
    b"name\n": "c: there is no club in this file.",
    b"[]": "c, row 1, column name: no column holds the names of the clubs; call it “name”.",
    b"day,room\nMonday,1\n": "c, row 1, column name: no column holds the names of the "
    "clubs; call it “name”.",
    b"name,name\na,b\n": "c, row 1, column name: this column is there twice.",
    b"name,day\na,b,c\n": "c, row 2: this row has 3 cells, the header 2.",
    b'name\n"a': "c, row 2: the quotation marks in this row don't match, or a cell is too "
    "long.",
    b"name\nCaf\xe9\n": "c, row 2: this isn't UTF-8 text; please save the file as "
    "“CSV UTF-8”.",
    b'[{"name": "Caf\xe9"}]': "c, row 1: this isn't UTF-8 text; please save the file as "
    "“CSV UTF-8”.",
    b"name\na\0b\n": "c, row 2: this isn't a text file.",
    b'[{"name": "a",\n]': "c, row 2: the JSON is broken in this line.",
    b'["a"]': "c, row 1: this entry isn't a club with named parts.",
    b'{"a": 1}': "c: this JSON doesn't hold a list of clubs.",
    b'[{"name": {}}]': "c, row 1, column name: this isn't text.",
    b'[{"name": "a\\u0000"}]': "c, row 1, column name: this holds marks that aren't text.",
    b'[{"name": "a", "day": "\\ud800"}]': "c, row 1, column day: this holds marks that "
    "aren't text.",
    b"[" * 100_000: "c: the JSON is broken.",
    b'[{"name": ' + b"9" * 5_000 + b"}]": "c: the JSON is broken.",
    b"name,desc\na," + b"x" * 20_001: "c, row 2, column desc: this text is far too long.",
    b"id,name\n"
    + b"x" * 256
    + b",a": "c, row 2, column id: the id is missing or too long.",
    b"id,name\n1,a\n1,b": "c, row 3, column id: this id stands in two rows that differ.",
    b"name\n" + b"a\n" * 2_001: "c: there are far too many clubs in this file.",
    b"x" * 20_000_001: "c: this file is far too big.",
}


@pytest.mark.parametrize("data", list(BROKEN), ids=lambda data: repr(data[:30]))
def test_a_broken_list_is_refused_with_one_sentence(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_club_list(io.BytesIO(data), "c")
    assert refused.value.sentence == BROKEN[data]
