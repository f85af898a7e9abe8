"""The rooms of meetings: having one for each sitting, losing it."""

from collections.abc import Collection


def lose_rooms(sitting_ids: Collection[str], reason: str) -> None:
    """The school takes back the rooms of these sittings' meetings, for a reason all may
    read. The bookings are released, members are told, leaders and sponsors get a notice."""
    raise NotImplementedError
