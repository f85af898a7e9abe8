"""Pages of this feature; each module adds its own to the blueprint."""

from clubs.membership.blueprint import bp
from clubs.membership.views import (
    codes,
    joining,
    leading,
    leaving,
    mine,
    people,
    reminders,
    requests,
    steps,
)

__all__ = [
    "bp",
    "codes",
    "joining",
    "leading",
    "leaving",
    "mine",
    "people",
    "reminders",
    "requests",
    "steps",
]
