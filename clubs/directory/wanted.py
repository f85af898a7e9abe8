"""What somebody looks for in the directory, read from an address; nonsense is ignored."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TypeVar

from clubs.models.clubs import Audience, ClubKind, PartOfDay
from clubs.web.forms import tidy_line

LONGEST_SEARCH = 80
WEEKDAYS = tuple(str(number) for number in range(7))
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Wanted:
    """Filters, and the club after or before which the page begins or ends."""

    text: str = ""
    kind: ClubKind | None = None
    audience: Audience | None = None
    weekday: int | None = None
    part: PartOfDay | None = None
    reachable: bool = False
    after: str = ""
    before: str = ""

    @property
    def anything(self) -> bool:
        """Whether something narrower than the whole directory is wanted."""
        narrow = (self.text, self.kind, self.audience, self.part, self.reachable)
        return any(narrow) or self.weekday is not None

    def as_query(self) -> dict[str, str]:
        """The same filters as parts of an address, without the place in the list."""
        values = {**asdict(self), "reachable": "1" if self.reachable else ""}
        return {
            name: str(value)
            for name, value in values.items()
            if name not in ("after", "before") and value not in (None, "")
        }


def wanted_from(given: Mapping[str, str]) -> Wanted:
    weekday = given.get("weekday", "")
    return Wanted(
        text=tidy_line(given.get("text"))[:LONGEST_SEARCH],
        kind=_one_of(ClubKind, given.get("kind")),
        audience=_one_of(Audience, given.get("audience")),
        weekday=int(weekday) if weekday in WEEKDAYS else None,
        part=_one_of(PartOfDay, given.get("part")),
        reachable=given.get("reachable") == "1",
        after=tidy_line(given.get("after")),
        before=tidy_line(given.get("before")),
    )


def _one_of(choices: type[Choice], value: str | None) -> Choice | None:
    return choices(value) if value in list(choices) else None
