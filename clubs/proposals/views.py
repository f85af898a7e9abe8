"""All pages of this feature; importing them adds their addresses."""

from clubs.proposals import (
    act_views,
    draft_views,
    propose_views,
    revise_views,
    sponsor_views,
    state_views,
    waiting_views,
)
from clubs.proposals.blueprint import bp

__all__ = [
    "act_views",
    "bp",
    "draft_views",
    "propose_views",
    "revise_views",
    "sponsor_views",
    "state_views",
    "waiting_views",
]
