"""Running a club: meetings, its page, its step, its people in charge."""

from datetime import date

from flask_babel import gettext as _

from clubs.models.clubs import Club, ClubState, Step
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer


def may_run(viewer: Viewer, club: Club) -> Decision:
    """Leaders and sponsors of a living club: meetings, head counts, events, its page."""
    if club.id not in viewer.runs:
        return no(_("Only the people who run this club may do that."))
    if not club.live:
        return no(_("This club is not running at the moment."))
    return yes


def may_plan_meetings(viewer: Viewer, club: Club) -> Decision:
    if club.state is ClubState.PAUSED:
        return no(_("This club is taking a break."))
    return may_run(viewer, club)


def may_tighten(viewer: Viewer, club: Club, to: Step, *, no_list: bool) -> Decision:
    """Upwards is immediate and needs nobody else."""
    if club.id not in viewer.runs:
        return no(_("Only the people who run this club may do that."))
    if to.height < club.step.height or (club.no_list and not no_list):
        return no(_("That would show more, so it needs notice and each member's yes."))
    return yes


def may_loosen(viewer: Viewer, club: Club) -> Decision:
    """Downwards is the sponsor's to begin, and each member's to agree to."""
    if club.id not in viewer.sponsors:
        return no(_("Only this club's sponsor may do that."))
    if club.loosen_to is not None:
        return no(_("A change of who sees this club is already under way."))
    return yes


def may_complete_loosening(viewer: Viewer, club: Club, on: date) -> Decision:
    """Not before everybody has had the time they were promised to say yes."""
    if club.id not in viewer.sponsors:
        return no(_("Only this club's sponsor may do that."))
    if club.loosen_on is None:
        return no(_("No change of who sees this club is under way."))
    if on < club.loosen_on:
        return no(_("Members still have time to answer."))
    return yes


def may_see_step(viewer: Viewer, club: Club) -> Decision:
    """Whoever a change of the step would touch."""
    if club.id in viewer.knows:
        return yes
    return no(_("Only the people of this club may do that."))


def may_call_off_loosening(viewer: Viewer, club: Club) -> Decision:
    """Keeping things as they are needs nobody's yes."""
    if club.loosen_to is None:
        return no(_("No change of who sees this club is under way."))
    if club.id not in viewer.runs:
        return no(_("Only the people who run this club may do that."))
    return yes


def may_hand_over(viewer: Viewer, club: Club, *, leaderless: bool = False) -> Decision:
    """A leader; or the sponsor, for a club that is left without one."""
    if club.id in viewer.leads or (leaderless and club.id in viewer.sponsors):
        return yes
    return no(_("Only a leader can hand over to somebody else."))


def may_change_sponsors(viewer: Viewer, club: Club) -> Decision:
    if club.id in viewer.runs or viewer.admin:
        return yes
    return no(_("Only the people who run this club may do that."))


def may_ask_sponsor(viewer: Viewer, club: Club) -> Decision:
    """Another sponsor for a living club; for a proposed one that is the proposal's part."""
    if not club.live:
        return no(_("This club is not running at the moment."))
    return may_change_sponsors(viewer, club)


def may_stand_by(viewer: Viewer, club: Club) -> Decision:
    """Staff answer for themselves, and only when they were asked."""
    if club.live and club.id in viewer.ties.asked_to_sponsor:
        return yes
    return no(_("Only the person who was asked can answer."))


def may_step_back(viewer: Viewer, club: Club) -> Decision:
    if club.id in viewer.sponsors:
        return yes
    return no(_("Only this club's sponsor may do that."))


def may_pause(viewer: Viewer, club: Club) -> Decision:
    if club.state is ClubState.PAUSED:
        return no(_("This club is on a break already."))
    return may_pause_or_close(viewer, club)


def may_pause_or_close(viewer: Viewer, club: Club) -> Decision:
    if not club.live:
        return no(_("This club is not running at the moment."))
    if club.id in viewer.runs or viewer.admin:
        return yes
    return no(_("Only the people who run this club may do that."))


def may_reopen(viewer: Viewer, club: Club) -> Decision:
    if club.state is not ClubState.PAUSED:
        return no(_("Only a club on a break can go on."))
    return (
        yes
        if club.id in viewer.runs
        else no(_("Only the people who run this club may do that."))
    )


def may_view_as(viewer: Viewer, club: Club) -> Decision:
    if club.id in viewer.runs:
        return yes
    return no(_("Only the people who run this club can look at it as others."))
