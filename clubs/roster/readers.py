"""Which reader reads which file; a new format is one more line here."""

from flask_babel import gettext as _

from clubs.roster.oneroster import OneRosterReader
from clubs.roster.reading import Place, Refused, Roster, RosterReader, Source, name_of

READERS: tuple[RosterReader, ...] = (OneRosterReader(),)


def reader_for(source: Source, name: str | None = None) -> RosterReader:
    """The first reader that recognises the file; raises Refused when none does."""
    for reader in READERS:
        if reader.recognises(source):
            return reader
    known = ", ".join(reader.name for reader in READERS)
    reason = _(
        "the site can't read this kind of file; it reads %(formats)s.", formats=known
    )
    raise Refused(reason, Place(name_of(source, name)))


def roster_in(source: Source, name: str | None = None) -> Roster:
    """What the roster file says, whatever its format; raises Refused."""
    return reader_for(source, name).read(source, name)
