"""Joining, leaving, answering: nobody is ever enrolled by somebody else."""

from flask_babel import gettext as _

from clubs.belonging import Belonging
from clubs.models.clubs import Audience, Club, ClubState, Step
from clubs.models.people import PersonKind
from clubs.policy.ladder import ANSWERERS, WAY_IN, Eye, WayIn
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer

MEANT_FOR = {
    Audience.STUDENTS: {PersonKind.STUDENT},
    Audience.CAREGIVERS: {PersonKind.CAREGIVER},
    Audience.MIXED: set(PersonKind),
}


def may_join(viewer: Viewer, club: Club) -> Decision:
    """Whether they may come in or ask to; how is the step's WAY_IN."""
    if viewer.belonging_to(club.id):
        return no(_("You already belong to this club or have asked to."))
    if club.id in viewer.sponsors:
        return no(_("You are this club's sponsor."))
    if club.state is ClubState.PAUSED:
        return no(_("This club is taking a break. Look again later."))
    if not club.live:
        return no(_("This club is not meeting."))
    if viewer.kind not in MEANT_FOR[club.audience]:
        return no(_not_for(club.audience))
    return yes


def _not_for(audience: Audience) -> str:
    if audience is Audience.CAREGIVERS:
        return _("This group is for caregivers.")
    return _("This club is for students. Staff can offer to sponsor one.")


def may_leave(viewer: Viewer, club: Club) -> Decision:
    """Always, and whatever one's standing: nothing ever holds anybody in a club."""
    if viewer.belonging_to(club.id):
        return yes
    return no(_("You do not belong to this club."))


def may_join_without_code(viewer: Viewer, club: Club) -> Decision:
    if WAY_IN[club.step] is WayIn.CODE:
        return no(_("One joins this club with a code from its sponsor."))
    return may_join(viewer, club)


def may_answer_requests(viewer: Viewer, club: Club) -> Decision:
    """Private: leader or sponsor. Above: the sponsor alone (PRIVACY.md, the ladder)."""
    if viewer.eye_on(club) in ANSWERERS[club.step]:
        return yes
    return no(_("Only this club's sponsor may answer."))


def may_see_people(viewer: Viewer, club: Club) -> Decision:
    if viewer.sight_of(club).people != "nobody":
        return yes
    return no(_("Who belongs to this club is not shown to you."))


def may_remove(viewer: Viewer, club: Club) -> Decision:
    if viewer.eye_on(club) in (Eye.LEADER, Eye.SPONSOR):
        return yes
    return no(_("Only the people who run this club may do that."))


def may_remove_this(viewer: Viewer, club: Club, one: Belonging) -> Decision:
    """Leaders are the sponsor's to remove; oneself one does not remove but leaves."""
    mine = viewer.belonging_to(club.id)
    if mine is not None and mine.token == one.token:
        return no(_("To go yourself, leave the club."))
    if one.leads and club.id not in viewer.sponsors:
        return no(_("Only this club's sponsor may do that."))
    return may_remove(viewer, club)


def may_set_places(viewer: Viewer, club: Club) -> Decision:
    """How many a club can take in is the sponsor's to say; it never puts anybody out."""
    if club.id not in viewer.sponsors:
        return no(_("Only this club's sponsor may do that."))
    return yes


def may_make_codes(viewer: Viewer, club: Club) -> Decision:
    if club.step is not Step.UNLISTED:
        return no(_("Only unlisted clubs use codes."))
    if club.id not in viewer.sponsors:
        return no(_("Only this club's sponsor may make codes."))
    return yes
