"""A yes, or a no with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decision:
    """Truthy when allowed; otherwise `reason` is a sentence for the page."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


class NotAllowed(Exception):
    """Somebody tried what they may not do. Answered with the reason, as 403."""

    def __init__(self, reason: str) -> None:
        super().__init__(str(reason))
        self.reason = reason


yes = Decision(allowed=True)


def no(reason: str) -> Decision:
    return Decision(allowed=False, reason=reason)


def require(decision: Decision) -> None:
    """Go on, or raise NotAllowed with the same reason the page shows."""
    if not decision:
        raise NotAllowed(decision.reason)


class TooLate(Exception):
    """Somebody else was faster, or it was done already. Answered with why, as 409."""

    def __init__(self, reason: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
