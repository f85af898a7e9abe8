"""What admins say of a room."""

from dataclasses import dataclass, fields

from clubs.models.rooms import RoomKind


@dataclass(frozen=True)
class RoomFacts:
    """What admins say of a room."""

    name: str
    kind: RoomKind = RoomKind.CLASSROOM
    capacity: int | None = None
    step_free: bool = False
    quiet: bool = False
    near_exit: bool = False
    weekdays: str = "01234"
    needs_yes: bool = False
    in_use: bool = True


def values(facts: RoomFacts) -> dict[str, object]:
    return {one.name: getattr(facts, one.name) for one in fields(RoomFacts)}
