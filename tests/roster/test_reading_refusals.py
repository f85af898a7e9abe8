"""Files that can't be read are refused with one sentence: file, row, column."""

import io
import zipfile
from hashlib import sha256

import pytest

from clubs.roster import archive
from clubs.roster.readers import roster_in
from clubs.roster.reading import Refused
from tests.roster.made_files import (
    HEADER,
    MANIFEST,
    ORGS,
    roster,
    user,
    users,
    zipped,
)

ROW = user()
NOISE = "".join(sha256(bytes([n % 256, n // 256])).hexdigest() for n in range(16_000))
MARKS = "the quotation marks in this row don't match, or a cell is too long."
DIFFER = "this id stands in two rows that differ."
OUTSIDE = "this zip tries to write outside its folder; please make a new one."
NOT_UTF8 = "this isn't UTF-8 text; please save the file as “CSV UTF-8”."
NO_ZIP = "this isn't a zip file, or a part of it is missing."
SOUND = roster().getvalue()
SOUND_FILES: dict[str, str | bytes] = {
    "manifest.csv": MANIFEST,
    "orgs.csv": ORGS,
    "users.csv": users(),
}


def with_users(text: str | bytes) -> io.BytesIO:
    return roster(users=text)


def locked() -> io.BytesIO:
    """A zip whose files claim to be encrypted."""
    data = bytearray(SOUND)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    return io.BytesIO(bytes(data))


def packed_otherwise() -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as opened_zip:
        for name, text in SOUND_FILES.items():
            opened_zip.writestr(name, text)
    return made


def damaged() -> io.BytesIO:
    """A zip in which one byte of users.csv has changed."""
    data = bytearray(SOUND)
    data[data.find(b"users.csv") + len("users.csv") + 20] ^= 0xFF
    return io.BytesIO(bytes(data))


def nameless() -> io.BytesIO:
    """A zip in which the name of orgs.csv begins with NUL, which Python reads as none."""
    return io.BytesIO(SOUND.replace(b"orgs.csv", b"\0rgs.csv"))


def same_path_twice() -> io.BytesIO:
    made = zipped({**SOUND_FILES, "usars.csv": users(user("p9"))})
    return io.BytesIO(made.getvalue().replace(b"usars.csv", b"users.csv"))


def moved_away(name: str) -> io.BytesIO:
    return zipped({**SOUND_FILES, name: "x"})


BROKEN = {
    "an empty file": (
        io.BytesIO(b""),
        "r.zip: the site can't read this kind of file; it reads OneRoster 1.1.",
    ),
    "no zip": (
        io.BytesIO(b"a,b\n1,2\n"),
        "r.zip: the site can't read this kind of file; it reads OneRoster 1.1.",
    ),
    "half a zip": (io.BytesIO(SOUND[: len(SOUND) // 2]), f"r.zip: {NO_ZIP}"),
    "a locked zip": (locked(), "manifest.csv: this file is locked with a password."),
    "another packing": (
        packed_otherwise(),
        "manifest.csv: this file is packed in a way the site can't open.",
    ),
    "a changed byte": (damaged(), "users.csv: this file is damaged inside the zip."),
    "a path outside": (moved_away("../../users.csv"), f"r.zip: {OUTSIDE}"),
    "an absolute path": (moved_away("/etc/users.csv"), f"r.zip: {OUTSIDE}"),
    "a file without a name": (nameless(), f"r.zip: {OUTSIDE}"),
    "a drive": (moved_away("C:\\users.csv"), f"r.zip: {OUTSIDE}"),
    "two of one file": (
        moved_away("old/users.csv"),
        "r.zip: users.csv is in this zip twice.",
    ),
    "two files of one path": (
        same_path_twice(),
        "r.zip: users.csv is in this zip twice.",
    ),
    "several folders": (
        zipped({"a/users.csv": users(), "b/orgs.csv": ORGS}),
        "r.zip: the files are spread over several folders.",
    ),
    "a zip in a zip": (
        zipped({"roster.zip": SOUND}),
        "r.zip: there is another zip inside; please unpack it and bring that one.",
    ),
    "no users.csv": (roster(users=None), "r.zip: users.csv is missing from this zip."),
    "no orgs.csv": (roster(orgs=None), "r.zip: orgs.csv is missing from this zip."),
    "version 1.2": (
        roster(manifest=MANIFEST.replace("1.1", "1.2")),
        "manifest.csv, row 3, column value: this isn't OneRoster 1.1, the version this "
        "site reads.",
    ),
    "no version": (
        roster(manifest="propertyName,value\nmanifest.version,1.0\n"),
        "manifest.csv, column propertyName: there is no line for oneroster.version.",
    ),
    "an odd mode": (
        roster(manifest=MANIFEST.replace("users,bulk", "users,some")),
        "manifest.csv, row 5, column value: this must say bulk, delta or absent.",
    ),
    "orgs without rows": (
        roster(orgs=ORGS.split("\n", maxsplit=1)[0]),
        "orgs.csv: there is no school in this file.",
    ),
    "an org twice": (
        roster(orgs=ORGS + "s1,,,Lakeside,school,,\n"),
        f"orgs.csv, row 3, column sourcedId: {DIFFER}",
    ),
    "an org without a name": (
        roster(orgs=ORGS + "s2,,,,school,,\n"),
        "orgs.csv, row 3, column name: the name is missing or too long.",
    ),
    "an org without an id": (
        roster(orgs=ORGS + ",,,Lakeside,school,,\n"),
        "orgs.csv, row 3, column sourcedId: the id is missing or too long.",
    ),
    "nothing in users.csv": (with_users(""), "users.csv: this file is empty."),
    "only a header": (
        with_users(HEADER + "\n"),
        "users.csv: there is nobody in this file, only a header.",
    ),
    "a missing column": (
        with_users(users().replace("enabledUser,", "isEnabled,")),
        "users.csv, row 1, column enabledUser: this column is missing.",
    ),
    "a column twice": (
        with_users(users().replace("username", "email")),
        "users.csv, row 1, column email: this column is there twice.",
    ),
    "a short row": (
        with_users(users(ROW, ROW.rsplit(",", 2)[0])),
        "users.csv, row 3: this row has 16 cells, the header 18.",
    ),
    "a long row": (
        with_users(users(ROW + ",more")),
        "users.csv, row 2: this row has 19 cells, the header 18.",
    ),
    "no id": (
        roster(ROW, user(" ", email="x@school.example")),
        "users.csv, row 3, column sourcedId: the id is missing or too long.",
    ),
    "a long id": (
        roster(user("p" * 256)),
        "users.csv, row 2, column sourcedId: the id is missing or too long.",
    ),
    "an id with marks": (
        roster(user("p\u202e1")),
        "users.csv, row 2, column sourcedId: the id holds marks that don't belong there.",
    ),
    "an id twice": (
        roster(ROW, user(familyName="Other")),
        f"users.csv, row 3, column sourcedId: {DIFFER}",
    ),
    "staying and leaving": (
        roster(ROW, user(status="tobedeleted")),
        f"users.csv, row 3, column sourcedId: {DIFFER}",
    ),
    "an odd status": (
        roster(user(status="gone")),
        "users.csv, row 2, column status: this must say active or tobedeleted, or nothing.",
    ),
    "an odd boolean": (
        roster(user(enabledUser="yes")),
        "users.csv, row 2, column enabledUser: this must say true or false.",
    ),
    "Windows letters": (
        with_users(users(ROW, user("p2", givenName="René")).encode("cp1252")),
        f"users.csv, row 3: {NOT_UTF8}",
    ),
    "UTF-16": (with_users(users().encode("utf-16")), f"users.csv, row 1: {NOT_UTF8}"),
    "a NUL byte": (
        with_users(users(ROW, ROW.replace("Vale", "Va\0le"))),
        "users.csv, row 3: this isn't a text file.",
    ),
    "a quotation mark left open": (
        with_users(users(ROW, '"p2,,,true')),
        f"users.csv, row 3: {MARKS}",
    ),
    "a very long cell": (
        roster(user(givenName="x" * 140_000)),
        f"users.csv, row 2: {MARKS}",
    ),
    "a very long line": (
        roster(user(), user("p2", phone=NOISE)),
        "users.csv, row 3: this line is far too long.",
    ),
    "a bomb": (
        with_users(users() + "\n" * 5_000_000),
        "users.csv: this file is far too big.",
    ),
    "thousands of files": (
        zipped({f"{number}.txt": "" for number in range(1_001)}),
        "r.zip: there are far too many files in this zip.",
    ),
}


@pytest.mark.parametrize("what", list(BROKEN))
def test_a_broken_roster_is_refused_with_one_sentence(what: str) -> None:
    file, sentence = BROKEN[what]
    with pytest.raises(Refused) as refused:
        roster_in(file, "folder/r.zip")
    assert refused.value.sentence == sentence
    assert str(refused.value) == sentence


def test_a_refusal_says_where_in_parts_too() -> None:
    with pytest.raises(Refused) as refused:
        roster_in(roster(user(enabledUser="yes")))
    where = (refused.value.file, refused.value.row, refused.value.column)
    assert where == ("users.csv", 2, "enabledUser")


def test_a_file_that_lies_about_its_size_still_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive.Counted, "most", 1_000)
    with pytest.raises(Refused, match=r"users\.csv: this file is far too big\."):
        roster_in(roster(*(user(f"p{number}") for number in range(100))))


def test_a_refusal_without_a_place_is_just_its_reason() -> None:
    assert Refused("nothing is known.").sentence == "nothing is known."


def test_a_refusal_never_repeats_what_stood_in_the_row() -> None:
    secret = user(enabledUser="yes", password="hunter2", phone="555-0100")
    with pytest.raises(Refused) as refused:
        roster_in(roster(secret))
    for told in ("hunter2", "555-0100", "Robin", "p1"):
        assert told not in refused.value.sentence
