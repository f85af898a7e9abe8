"""The words and the shape of belonging."""

import base64
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clubs.seal import seal

NOTE_LENGTH = 140
HANDLE_LENGTH = 40


class Standing(StrEnum):
    ASKED = "asked"
    WAITING = "waiting"
    OFFERED = "offered"
    MEMBER = "member"


class Role(StrEnum):
    MEMBER = "member"
    LEADER = "leader"


class Commitment(StrEnum):
    REGULAR = "regular"
    SOMETIMES = "sometimes"


@dataclass(frozen=True)
class Belonging:
    """How one person belongs to one club. `person_id` is None where there is no list."""

    club_id: str
    standing: Standing
    role: Role = Role.MEMBER
    commitment: Commitment = Commitment.SOMETIMES
    handle: str = ""
    note: str = ""
    person_id: str | None = None
    offered_lead: bool = False
    # A leader who stops leading once somebody accepts to.
    steps_down: bool = False
    # Mail before meetings and when they change; None is what their step has by default.
    reminders: bool | None = None
    # Kept only while somebody waits, so that the waiting list is fair.
    since: datetime | None = None
    # Said yes to being carried over when more people may see the club.
    stays: bool = False
    token: bytes = b""

    @property
    def ref(self) -> str:
        """How forms point at this belonging; it tells nothing and is in no table."""
        return base64.urlsafe_b64encode(seal().token("ref", self.token.hex())[:16]).decode()

    @property
    def member(self) -> bool:
        return self.standing is Standing.MEMBER

    @property
    def leads(self) -> bool:
        return self.member and self.role is Role.LEADER


@dataclass(frozen=True)
class Ties:
    """All a person has to do with the clubs of their school."""

    belongs: dict[str, Belonging]
    sponsors: frozenset[str]
    asked_to_sponsor: frozenset[str]
