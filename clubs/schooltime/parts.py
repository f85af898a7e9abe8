"""The parts of a calendar file, and one sentence for each of their lines that was odd."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _


def shown(value: object) -> str:
    """In one line, without what no page and no database can show."""
    words = " ".join(str(value).split())
    return "".join(one for one in words if one.isprintable())


@dataclass
class Part:
    """A calendar, an event or another part of one, with the values that could be read."""

    kind: str
    values: dict[str, list[Any]] = field(default_factory=dict)
    # Property and reason of each line that was left out.
    odd: list[tuple[str, str]] = field(default_factory=list)

    def first(self, name: str) -> Any:
        """The first value of a property, or None."""
        return next(iter(self.values.get(name, ())), None)

    def text(self, name: str) -> str:
        return shown(self.first(name) or "")[:200]


def notes_on(parts: list[Part]) -> list[str]:
    """One sentence for each odd line; what is odd in the same way is said once."""
    said = Counter(
        _(
            "%(property)s in %(part)s: %(reason)s",
            property=name,
            part=_called(part),
            reason=why,
        )
        for part in parts
        for name, why in part.odd
    )
    return [
        _("%(sentence)s (%(count)s times)", sentence=sentence, count=count)
        if count > 1
        else sentence
        for sentence, count in said.items()
    ]


def _called(part: Part) -> str:
    if part.kind == "VCALENDAR":
        return _("the calendar")
    if part.kind == "VEVENT":
        title = part.text("SUMMARY")
        return _("the event “%(title)s”", title=title) if title else _("an event")
    if part.kind == "VTIMEZONE":
        return _("a time zone")
    return _("a part called %(name)s", name=part.kind) if part.kind else _("the file")
