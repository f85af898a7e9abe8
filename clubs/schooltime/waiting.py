"""A calendar that was read and waits to be applied."""

import json
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import timetable
from clubs.models.people import School
from clubs.models.uploads import Upload
from clubs.schooltime.happenings import read
from clubs.schooltime.meanings import Group, grouped
from clubs.schooltime.parts import shown


@dataclass(frozen=True)
class Waiting:
    """A calendar that was read and waits to be applied."""

    source: str
    groups: list[Group]
    notes: list[str]


def read_for(school: School, content: bytes, file_name: str) -> Waiting:
    """A calendar goes by its own name, else by its file's; raises NotACalendar."""
    found = read(content, school.zone, *timetable.worked_out_between(school))
    last = shown(file_name).replace("\\", "/").rsplit("/", 1)[-1][:200]
    source = found.name or last or _("Calendar")
    return Waiting(source, grouped(found.happenings), found.notes)


def waiting_in(upload: Upload) -> Waiting:
    said = json.loads(upload.content)
    groups = [
        Group(one["title"], tuple(map(_span, one["spans"])), one["timed"])
        for one in said["groups"]
    ]
    return Waiting(said["source"], groups, said["notes"])


def as_text(waiting: Waiting) -> str:
    groups = [
        {
            "title": one.title,
            "timed": one.timed,
            "spans": [[day.isoformat() for day in span] for span in one.spans],
        }
        for one in waiting.groups
    ]
    said = {"source": waiting.source, "notes": waiting.notes, "groups": groups}
    return json.dumps(said, ensure_ascii=False)


def _span(said: list[str]) -> tuple[date, date]:
    return date.fromisoformat(said[0]), date.fromisoformat(said[1])
