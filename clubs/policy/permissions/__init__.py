"""Who may do what, as decisions with a reason one understands."""

from clubs.policy.permissions.decision import (
    Decision,
    NotAllowed,
    TooLate,
    no,
    require,
    yes,
)

__all__ = ["Decision", "NotAllowed", "TooLate", "no", "require", "yes"]
