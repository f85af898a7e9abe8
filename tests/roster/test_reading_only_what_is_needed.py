"""What can out or harm a student is never opened and never kept."""

import io
import zipfile
from pathlib import Path
from typing import IO, Literal

import pytest

from clubs.roster.oneroster import MANIFEST as MANIFEST_FILE
from clubs.roster.oneroster import ORGS as ORGS_FILE
from clubs.roster.oneroster import USERS as USERS_FILE
from clubs.roster.oneroster_people import PERSON_COLUMNS
from clubs.roster.readers import roster_in
from clubs.roster.reading import Roster
from clubs.roster.table import rows
from tests.roster.made_files import COLUMNS, HEADER, MANIFEST, ORGS, user, users, zipped

NEVER = {column: f"never-{column}" for column in COLUMNS if column not in PERSON_COLUMNS}
LATER = ("pronouns", "preferredGivenName", "birthDate", "ext_gender")


def everything_in(read: Roster) -> str:
    return repr(read)


def secret_users() -> str:
    header = ",".join((HEADER, *LATER))
    line = ",".join((user(**NEVER), *(f"never-{column}" for column in LATER)))
    return f"{header}\n{line}\n"


def secret_roster() -> io.BytesIO:
    secret = "userSourcedId,birthDate,sex\np1,never-birthday,never-sex\n"
    return zipped(
        {
            "manifest.csv": MANIFEST,
            "orgs.csv": ORGS,
            "users.csv": secret_users(),
            "demographics.csv": secret,
            "userProfiles.csv": secret,
            "agents.csv": secret,
        }
    )


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    real_open = zipfile.ZipFile.open

    def remembering(
        self: zipfile.ZipFile, name: zipfile.ZipInfo, mode: Literal["r", "w"] = "r"
    ) -> IO[bytes]:
        if mode == "r":
            names.append(name.filename)
        return real_open(self, name, mode)

    monkeypatch.setattr(zipfile.ZipFile, "open", remembering)
    return names


def test_only_three_files_are_ever_opened(opened_files: list[str]) -> None:
    roster_in(secret_roster())
    assert sorted(opened_files) == sorted([MANIFEST_FILE, ORGS_FILE, USERS_FILE])


def test_demographics_of_the_real_files_stay_shut(
    shared: Path, opened_files: list[str]
) -> None:
    for path in sorted((shared / "rosters").glob("oneroster-*.zip")):
        opened_files.clear()
        roster_in(path)
        assert sorted(opened_files) == sorted([MANIFEST_FILE, ORGS_FILE, USERS_FILE])


def test_no_value_of_another_column_is_kept() -> None:
    read = roster_in(secret_roster())
    assert len(read.people) == 1
    assert "never" not in everything_in(read)


def test_a_row_holds_only_the_cells_that_were_asked_for() -> None:
    (row,) = rows(io.BytesIO(secret_users().encode()), "users.csv", PERSON_COLUMNS)
    assert set(row.cells) == set(PERSON_COLUMNS)
    assert "never" not in repr(row)


def test_the_columns_that_are_read_are_these_and_no_others() -> None:
    assert set(PERSON_COLUMNS) == {
        "sourcedId",
        "status",
        "enabledUser",
        "orgSourcedIds",
        "role",
        "givenName",
        "familyName",
        "email",
        "grades",
    }


def test_an_upload_stays_open_for_whoever_owns_it() -> None:
    upload = zipped({"manifest.csv": MANIFEST, "orgs.csv": ORGS, "users.csv": users()})
    assert roster_in(upload) == roster_in(upload)
    assert not upload.closed
