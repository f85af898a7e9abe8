"""When and where to meet, as somebody plans it."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Occasion:
    """Slots, each of which is a sitting as long as the slot is on that day; or, without
    any, times of its own. A room of the list, or any other place in words. Without an
    adult it is the club's only sponsor."""

    slot_ids: tuple[str, ...] = ()
    starts: time | None = None
    ends: time | None = None
    room_id: str | None = None
    place: str = ""
    adult_id: str | None = None

    @property
    def own_times(self) -> tuple[time, time] | None:
        """From when to when, where it is in no slot."""
        if self.slot_ids or self.starts is None or self.ends is None:
            return None
        return self.starts, self.ends
