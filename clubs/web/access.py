"""Door marks: every view says who may enter. One that does not is shut (P3)."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Door(StrEnum):
    ANYONE = "anyone"
    SIGNED_IN = "signed_in"
    STAFF = "staff"
    ADMIN = "admin"
    DISTRICT_ADMIN = "district_admin"


def _mark(door: Door) -> Callable[[View], View]:
    def put(view: View) -> View:
        view.door = door  # type: ignore[attr-defined]  # functions may carry attributes
        return view

    return put


anyone = _mark(Door.ANYONE)
signed_in = _mark(Door.SIGNED_IN)
staff = _mark(Door.STAFF)
admin = _mark(Door.ADMIN)
district_admin = _mark(Door.DISTRICT_ADMIN)


def door_of(view: Callable[..., Any] | None) -> Door | None:
    return getattr(view, "door", None)
