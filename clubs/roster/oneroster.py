"""OneRoster 1.1 as a zip of CSV files: the few columns the site needs, nothing else.

Of the zip only manifest.csv, orgs.csv and users.csv are opened, and of users.csv only
the columns in PERSON_COLUMNS and those of lunches are kept: birthdays, pronouns,
preferred names, passwords and telephone numbers can out or harm a student and are never
taken.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.roster.archive import Archive, archive
from clubs.roster.lunches import lunch_column
from clubs.roster.oneroster_people import PERSON_COLUMNS, PeopleReading
from clubs.roster.reading import (
    Note,
    NoteKind,
    Place,
    Refused,
    Roster,
    SchoolRecord,
    Source,
    opened,
)
from clubs.roster.table import Row, rows
from clubs.roster.text import one_line

MANIFEST, ORGS, USERS = "manifest.csv", "orgs.csv", "users.csv"
ORG_COLUMNS = ("sourcedId", "name", "type")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the zip says of itself; no manifest counts as changes only."""

    here: bool
    version: str
    users: str
    orgs: str

    @property
    def complete(self) -> bool:
        return self.users == "bulk"


class OneRosterReader:
    """Reads OneRoster 1.1 bulk and delta sets."""

    name = "OneRoster 1.1"

    def recognises(self, source: Source) -> bool:
        with opened(source) as file:
            return file.read(2) == b"PK"

    def read(self, source: Source, name: str | None = None) -> Roster:
        """The people of the zip; raises Refused."""
        with archive(source, {MANIFEST, ORGS, USERS}, name) as files:
            manifest = manifest_in(files)
            require_users(files, manifest)
            schools = schools_in(files, manifest)
            return people_in(files, manifest, schools)


def manifest_in(files: Archive) -> Manifest:
    if MANIFEST not in files:
        return Manifest(here=False, version="1.1", users="delta", orgs="delta")
    with files.reading(MANIFEST) as file:
        says = {
            row.cells["propertyName"].strip().casefold(): row
            for row in rows(file, MANIFEST, ("propertyName", "value"))
        }
    reason = _("this isn't OneRoster 1.1, the version this site reads.")
    version = said(says, "oneroster.version", {"1.1"}, reason)
    reason = _("this must say bulk, delta or absent.")
    users = said(says, "file.users", {"bulk", "delta", "absent"}, reason)
    orgs = said(says, "file.orgs", {"bulk", "delta", "absent"}, reason)
    return Manifest(here=True, version=version, users=users, orgs=orgs)


def said(says: dict[str, Row], key: str, allowed: Collection[str], reason: str) -> str:
    row = says.get(key)
    if row is None:
        missing = _("there is no line for %(name)s.", name=key)
        raise Refused(missing, Place(MANIFEST, column="propertyName"))
    value = row.cells["value"].strip().casefold()
    if value not in allowed:
        raise Refused(reason, row.place("value"))
    return value


def require_users(files: Archive, manifest: Manifest) -> None:
    """A zip with only a manifest means that nothing has changed."""
    if manifest.here and manifest.users == "absent":
        return
    if USERS in files:
        return
    if files.nested:
        reason = _("there is another zip inside; please unpack it and bring that one.")
        raise Refused(reason, files.place)
    raise Refused(_("users.csv is missing from this zip."), files.place)


def schools_in(files: Archive, manifest: Manifest) -> tuple[SchoolRecord, ...]:
    if ORGS not in files:
        if manifest.complete:
            raise Refused(_("orgs.csv is missing from this zip."), files.place)
        return ()
    found: dict[str, SchoolRecord] = {}
    with files.reading(ORGS) as file:
        for row in rows(file, ORGS, ORG_COLUMNS):
            school = school_from(row)
            if found.setdefault(school.source_id, school) != school:
                reason = _("this id stands in two rows that differ.")
                raise Refused(reason, row.place("sourcedId"))
    if not found and manifest.complete:
        raise Refused(_("there is no school in this file."), Place(ORGS))
    return tuple(found.values())


def school_from(row: Row) -> SchoolRecord:
    source_id, name = one_line(row.cells["sourcedId"]), one_line(row.cells["name"])
    if not 0 < len(source_id) < 256:
        raise Refused(_("the id is missing or too long."), row.place("sourcedId"))
    if not 0 < len(name) <= 200:
        raise Refused(_("the name is missing or too long."), row.place("name"))
    return SchoolRecord(source_id, name, one_line(row.cells["type"]).casefold()[:40])


def people_in(
    files: Archive, manifest: Manifest, schools: tuple[SchoolRecord, ...]
) -> Roster:
    complete = manifest.complete
    # Changes name schools that an earlier, complete set has told about.
    all_known = complete and manifest.orgs == "bulk"
    ids = frozenset(school.source_id for school in schools)
    people = PeopleReading(ids if all_known else None)
    if USERS in files:
        with files.reading(USERS) as file:
            people.read(rows(file, USERS, PERSON_COLUMNS, lunch_column))
    if complete and people.is_empty:
        raise Refused(_("there is nobody in this file, only a header."), Place(USERS))
    everybody = people.records()
    notes = (*notes_on(files, manifest), *people.notes)
    return Roster(schools, everybody, tuple(people.leaving), complete, notes)


def notes_on(files: Archive, manifest: Manifest) -> Iterator[Note]:
    if not manifest.here:
        sentence = _(
            "There is no manifest.csv, so the site can't know whether the file lists "
            "everybody; nobody is taken to have left."
        )
        yield Note(NoteKind.MANIFEST, sentence, files.place)
    elif manifest.users == "absent" and USERS in files:
        sentence = _(
            "manifest.csv says that there is no users.csv, but there is one; "
            "nobody is taken to have left."
        )
        yield Note(NoteKind.MANIFEST, sentence, Place(MANIFEST, column="file.users"))
