"""Public calendars: who gives one its address, and who is shown it."""

from flask_babel import gettext as _

from clubs.models.clubs import Club
from clubs.policy.ladder import IN_A_FEED, NAMED_IN_FEEDS
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.permissions.running import may_run
from clubs.policy.viewer import Viewer


def may_share_calendar(viewer: Viewer, club: Club) -> Decision:
    """Leaders and sponsors, where the ladder shows everyone when and where."""
    run = may_run(viewer, club)
    if run and club.step not in IN_A_FEED:
        return no(_("When and where this club meets is only for its members."))
    return run


def may_see_calendar(viewer: Viewer, club: Club) -> Decision:
    """The address ties its calendar to the club: where that hides the name, only those
    inside are shown it."""
    told = club.step in NAMED_IN_FEEDS or club.id in viewer.inside
    if club.feed_key is not None and club.step in IN_A_FEED and told:
        return yes
    return may_share_calendar(viewer, club)
