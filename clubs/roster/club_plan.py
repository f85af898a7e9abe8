"""What bringing in a list of clubs would do."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from flask_babel import gettext as _

from clubs.roster.duplicates import compared, named
from clubs.roster.reading import ClubList, ClubRecord, WhyAlike
from clubs.roster.when_and_where import Understood

Key = tuple[str, ...]


@dataclass(frozen=True)
class ClubHere:
    """A club the school has already, as far as it can be recognised by."""

    name: str
    source_id: str | None
    when: str
    where: str

    @property
    def keys(self) -> tuple[Key, ...]:
        by_words = (self.name, self.when, self.where)
        return (by_words, (self.source_id,)) if self.source_id else (by_words,)


@dataclass(frozen=True)
class Alike:
    """Two names that may mean one club, and why."""

    first: str
    second: str
    why: WhyAlike
    here: bool


@dataclass(frozen=True)
class ClubPlan:
    """Clubs to add as drafts, those that are there, and what a person should look at."""

    new: tuple[ClubRecord, ...]
    there: tuple[ClubRecord, ...]
    alike: tuple[Alike, ...]
    refused: int
    notes: tuple[str, ...]

    @property
    def counts(self) -> str:
        """The line scripts read; the same in every language."""
        return f"new: {len(self.new)}, changed: 0, left: 0, refused: {self.refused}"

    @property
    def empty(self) -> bool:
        return not self.new

    @property
    def sentences(self) -> tuple[str, ...]:
        """Notes, and which clubs may be there twice."""
        return (*self.notes, *(said_of(one) for one in self.alike))

    @cached_property
    def fingerprint(self) -> str:
        return sha256(repr(self.new).encode()).hexdigest()


def when_of(record: ClubRecord) -> str:
    """Day and time, word for word."""
    return ", ".join(text for text in (record.day_text, record.time_text) if text.strip())


def compared_clubs(clubs: ClubList, here: Iterable[ClubHere]) -> ClubPlan:
    """Recognised by id, else by name, when and where; nothing here is ever changed."""
    here = list(here)
    known = {key for one in here for key in one.keys}
    new: list[ClubRecord] = []
    there: list[ClubRecord] = []
    for record in clubs.records:
        key = _key(record)
        (there if key in known else new).append(record)
        known.add(key)
    return ClubPlan(
        new=tuple(new),
        there=tuple(there),
        alike=(*_within(clubs, new), *_beside(new, here)),
        refused=sum(note.skipped for note in clubs.notes),
        notes=tuple(note.sentence for note in clubs.notes),
    )


def _key(record: ClubRecord) -> Key:
    if record.source_id:
        return (record.source_id,)
    return record.name, when_of(record), record.place_text


def _within(clubs: ClubList, new: list[ClubRecord]) -> Iterable[Alike]:
    rows = {record.row for record in new}
    for pair in clubs.duplicates:
        if {pair.first.row, pair.second.row} & rows:
            yield Alike(pair.first.name, pair.second.name, pair.why, here=False)


def _beside(new: list[ClubRecord], here: list[ClubHere]) -> Iterable[Alike]:
    others = [named(_as_record(one)) for one in here]
    for record in map(named, new):
        for other in others:
            if pair := compared(record, other):
                yield Alike(pair.first.name, pair.second.name, pair.why, here=True)


def _as_record(one: ClubHere) -> ClubRecord:
    return ClubRecord(one.source_id, one.name, None, "", "", "", "", Understood(), 0)


def said_of(one: Alike) -> str:
    """Such as: “DSU” and “Disabled Student Union” may be one club (initials)."""
    words = {"first": one.first, "second": one.second, "why": _why(one.why)}
    if one.here:
        return str(
            _("“%(first)s” may be “%(second)s”, which is here already (%(why)s).", **words)
        )
    return str(_("“%(first)s” and “%(second)s” may be one club (%(why)s).", **words))


def _why(why: WhyAlike) -> str:
    return {
        WhyAlike.SAME_NAME: _("the same name"),
        WhyAlike.SIMILAR_NAME: _("names much alike"),
        WhyAlike.INITIALS: _("the initials"),
    }[why]
