"""The rows of a OneRoster 1.1 users.csv as people: what is taken, noted or refused."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from flask_babel import gettext as _

from clubs.roster.lunches import lunches_in
from clubs.roster.reading import Note, NoteKind, PersonKind, PersonRecord, Refused
from clubs.roster.table import Row
from clubs.roster.text import address, one_line

PERSON_COLUMNS = (
    "sourcedId",
    "status",
    "enabledUser",
    "orgSourcedIds",
    "role",
    "givenName",
    "familyName",
    "email",
    "grades",
)
KINDS: Final[dict[str, PersonKind]] = {
    "student": "student",
    "teacher": "staff",
    "administrator": "staff",
    "aide": "staff",
    "proctor": "staff",
    "parent": "caregiver",
    "guardian": "caregiver",
    "relative": "caregiver",
}
STATUSES = {"", "active", "inactive", "tobedeleted"}
LONGEST_NAME, LONGEST_ID, LONGEST_GRADE = 200, 255, 20


class PeopleReading:
    """Takes rows one by one and keeps what must hold over all of them.

    `schools`: the ids that exist, or None when the file need not list them.
    """

    def __init__(self, schools: frozenset[str] | None) -> None:
        self.schools = schools
        self.people: dict[str, PersonRecord] = {}
        self.leaving: list[str] = []
        self.notes: list[Note] = []
        self._rows: dict[str, Row] = {}
        self._alike: dict[str, str] = {}

    @property
    def is_empty(self) -> bool:
        return not self._rows

    def read(self, rows: Iterable[Row]) -> None:
        for row in rows:
            source_id = id_in(row)
            if self._is_new(source_id, row):
                self._take(source_id, row)

    def records(self) -> tuple[PersonRecord, ...]:
        """Everybody, without the addresses that several of them share."""
        holders = defaultdict(list)
        for person in self.people.values():
            if person.email:
                holders[person.email].append(person)
        for sharing in holders.values():
            if len(sharing) > 1:
                self._part(sharing)
        return tuple(self.people.values())

    def _part(self, sharing: list[PersonRecord]) -> None:
        # Whoever opens the mailbox could sign in: nobody can say as which of them.
        for person in sharing:
            self.people[person.source_id] = replace(person, email=None)
            sentence = _("this address belongs to several people and was left out.")
            self._note(NoteKind.EMAIL_SHARED, sentence, person.source_id, "email")

    def _is_new(self, source_id: str, row: Row) -> bool:
        earlier = self._rows.setdefault(source_id, row)
        if earlier is not row:
            if earlier.cells != row.cells:
                reason = _("this id stands in two rows that differ.")
                raise Refused(reason, row.place("sourcedId"))
            self._note(NoteKind.TWICE, _("this row is there twice."), source_id, row=row)
            return False
        if self._alike.setdefault(source_id.casefold(), source_id) != source_id:
            sentence = _("this id differs from another one only in its capitals.")
            self._note(NoteKind.IDS_ALIKE, sentence, source_id, "sourcedId")
        return True

    def _take(self, source_id: str, row: Row) -> None:
        status = one_line(row.cells["status"]).casefold()
        if status not in STATUSES:
            reason = _("this must say active or tobedeleted, or nothing.")
            raise Refused(reason, row.place("status"))
        if status == "tobedeleted":
            # Such a row often has nothing but its id.
            self.leaving.append(source_id)
            return
        enabled = self._enabled(source_id, row, status)
        kind = self._kind(source_id, row)
        names = self._names(source_id, row) if kind else None
        schools = self._schools(source_id, row) if names else ()
        if kind is None or names is None or not schools:
            return
        email = self._email(source_id, row)
        grade = self._grade(source_id, row) if kind == "student" else None
        self.people[source_id] = PersonRecord(
            source_id,
            kind,
            *names,
            email,
            grade,
            schools,
            enabled,
            lunches_in(row.cells),
        )

    def _enabled(self, source_id: str, row: Row, status: str) -> bool:
        said = row.cells["enabledUser"].strip().casefold()
        if said not in {"true", "false"}:
            raise Refused(_("this must say true or false."), row.place("enabledUser"))
        if status == "inactive":
            sentence = _("this person is inactive and can't sign in.")
            self._note(NoteKind.TURNED_OFF, sentence, source_id, "status")
            return False
        return said == "true"

    def _kind(self, source_id: str, row: Row) -> PersonKind | None:
        kind = KINDS.get(row.cells["role"].strip().casefold())
        if kind is None:
            sentence = _("this site has no place for this role; the row was left out.")
            self._skip(NoteKind.ROLE_NOT_TAKEN, sentence, source_id, "role")
        return kind

    def _names(self, source_id: str, row: Row) -> tuple[str, str] | None:
        given, family = one_line(row.cells["givenName"]), one_line(row.cells["familyName"])
        if not given and not family:
            sentence = _("there is no name; the row was left out.")
            self._skip(NoteKind.NO_NAME, sentence, source_id, "givenName")
            return None
        for column, name in (("givenName", given), ("familyName", family)):
            if len(name) > LONGEST_NAME:
                sentence = _("this name is far too long; the row was left out.")
                self._skip(NoteKind.TOO_LONG, sentence, source_id, column)
                return None
        return given, family

    def _schools(self, source_id: str, row: Row) -> tuple[str, ...]:
        said = map(one_line, row.cells["orgSourcedIds"].split(","))
        ids = tuple(dict.fromkeys(school for school in said if school))
        known = tuple(i for i in ids if self.schools is None or i in self.schools)
        if not known:
            sentence = _("the school isn't in orgs.csv; the row was left out.")
            self._skip(NoteKind.UNKNOWN_SCHOOL, sentence, source_id, "orgSourcedIds")
        elif known != ids:
            sentence = _("one of the schools isn't in orgs.csv and was left out.")
            self._note(NoteKind.UNKNOWN_SCHOOL, sentence, source_id, "orgSourcedIds")
        return known

    def _email(self, source_id: str, row: Row) -> str | None:
        said = row.cells["email"]
        email = address(said)
        if email is None and said.strip():
            sentence = _("this isn't an e-mail address and was left out.")
            self._note(NoteKind.EMAIL_NOT_TAKEN, sentence, source_id, "email")
        return email

    def _grade(self, source_id: str, row: Row) -> str | None:
        grades = [one_line(grade) for grade in row.cells["grades"].split(",")]
        grades = list(dict.fromkeys(grade for grade in grades if grade))
        if len(grades) == 1 and len(grades[0]) <= LONGEST_GRADE:
            return grades[0]
        if grades:
            sentence = _("this isn't one grade and was left out.")
            self._note(NoteKind.GRADE_NOT_TAKEN, sentence, source_id, "grades")
        return None

    def _skip(self, kind: NoteKind, sentence: str, source_id: str, column: str) -> None:
        place = self._rows[source_id].place(column)
        note = Note(kind, place.says(sentence), place, source_id, skipped=True)
        self.notes.append(note)

    def _note(
        self,
        kind: NoteKind,
        sentence: str,
        source_id: str,
        column: str | None = None,
        row: Row | None = None,
    ) -> None:
        place = (row or self._rows[source_id]).place(column)
        self.notes.append(Note(kind, place.says(sentence), place, source_id))


def id_in(row: Row) -> str:
    source_id = row.cells["sourcedId"].strip()
    if not 0 < len(source_id) <= LONGEST_ID:
        raise Refused(_("the id is missing or too long."), row.place("sourcedId"))
    if one_line(source_id) != source_id:
        raise Refused(
            _("the id holds marks that don't belong there."), row.place("sourcedId")
        )
    return source_id
