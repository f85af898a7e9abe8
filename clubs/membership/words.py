"""How belonging is said, and who sees what one says about oneself (from the policy)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from clubs.belonging import Commitment, Role, Standing
from clubs.models.clubs import ClubState, Step
from clubs.policy.ladder import ANSWERERS, INSIDE, Eye, People, sight

COMMITMENTS = {
    Commitment.REGULAR: _l("I mean to come regularly"),
    Commitment.SOMETIMES: _l("I come when I can"),
}
SAID_OF_OTHERS = {
    Commitment.REGULAR: _l("Means to come regularly"),
    Commitment.SOMETIMES: _l("Comes when they can"),
}
STANDINGS = {
    Standing.ASKED: _l("You have asked to join"),
    Standing.WAITING: _l("You are on the waiting list"),
    Standing.OFFERED: _l("There is a place for you"),
    Standing.MEMBER: _l("You belong"),
}
# What one's own list says of a club that does not just run.
STATES = {
    ClubState.DRAFT: _l("This club is being set up."),
    ClubState.PROPOSED: _l("This club waits for a decision."),
    ClubState.PAUSED: _l("This club is taking a break."),
    ClubState.CLOSED: _l("This club has closed."),
    ClubState.DECLINED: _l("The school has not accepted this club."),
    ClubState.WITHDRAWN: _l("This club was withdrawn before it began."),
}
ROLES = {Role.MEMBER: _l("Member"), Role.LEADER: _l("Leader")}
WITHOUT_A_LIST = _l("without a list")
_EYES = {
    Eye.MEMBER: _l("everybody in the club"),
    Eye.LEADER: _l("its leaders"),
    Eye.SPONSOR: _l("its sponsor"),
}


def who_sees_me(step: Step) -> str:
    """Who sees, after joining, that one belongs, and by which name."""
    eyes = [eye for eye in INSIDE if sight(step, eye).people is not People.NOBODY]
    if sight(step, eyes[-1]).people is People.NAMES:
        return _("%(who)s, with your name. Nobody outside the club.", who=_together(eyes))
    return _("%(who)s, by this handle and not your name.", who=_together(eyes))


def who_sees_request(step: Step) -> str:
    """Who reads the note of somebody who asks."""
    return _("Only %(who)s, to answer you.", who=_together(list(ANSWERERS[step])))


def said_of(commitment: Commitment) -> str:
    return str(COMMITMENTS[commitment])


def _together(eyes: list[Eye]) -> str:
    if Eye.MEMBER in eyes:
        eyes = [Eye.MEMBER, Eye.SPONSOR]
    names = [str(_EYES[eye]) for eye in eyes]
    return _(" and ").join(names)
