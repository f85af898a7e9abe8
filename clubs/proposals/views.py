"""All pages of this feature; importing them adds their addresses."""

from clubs.proposals.act_views import act, proposal
from clubs.proposals.blueprint import bp
from clubs.proposals.draft_views import draft
from clubs.proposals.propose_views import propose, propose_again, propose_on
from clubs.proposals.revise_views import facts, revise
from clubs.proposals.sponsor_views import answer_sponsoring, school_sponsors, sponsors
from clubs.proposals.state_views import school_state, state
from clubs.proposals.waiting_views import decided, waiting

__all__ = [
    "act",
    "answer_sponsoring",
    "bp",
    "decided",
    "draft",
    "facts",
    "proposal",
    "propose",
    "propose_again",
    "propose_on",
    "revise",
    "school_sponsors",
    "school_state",
    "sponsors",
    "state",
    "waiting",
]
