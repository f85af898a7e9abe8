"""When rooms and adults are taken, while a demo school is being filled."""

from dataclasses import dataclass, field
from datetime import date, time

Stretch = tuple[date, time, time]


@dataclass
class Taken:
    """Nobody and nothing can be in two places; the database would refuse it for rooms."""

    _by_day: dict[tuple[str, date], list[tuple[time, time]]] = field(default_factory=dict)

    def free(self, key: str, stretches: list[Stretch]) -> bool:
        return not any(
            starts < until and since < ends
            for on, starts, ends in stretches
            for since, until in self._by_day.get((key, on), ())
        )

    def take(self, key: str, stretches: list[Stretch]) -> None:
        for on, starts, ends in stretches:
            self._by_day.setdefault((key, on), []).append((starts, ends))
