"""How a proposal that waits is titled, and what the viewer is asked for."""

from datetime import date

from flask_babel import gettext as _

from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions.deciding import (
    may_answer_as_sponsor,
    may_answer_changes,
    may_decide,
)
from clubs.policy.viewer import Viewer
from clubs.review.words import asks_for


def asked_of(viewer: Viewer, proposal: Proposal, today: date) -> str:
    """What the viewer is asked for, or nothing."""
    if may_answer_as_sponsor(viewer, proposal):
        asked = proposal.club_id in viewer.ties.asked_to_sponsor
        return _("You are asked to sponsor it.") if asked else _("It needs your yes or no.")
    if may_answer_changes(viewer, proposal):
        return _("You were asked for a change.")
    if may_decide(viewer, proposal):
        return _("The school decides.")
    if not viewer.admin:
        return ""
    if proposal.stage is Stage.NEEDS_SPONSOR:
        return _("It needs a sponsor.")
    return _("Nobody has answered in time.") if proposal.due_on < today else ""


def said(about: About, club: str, text: str) -> str:
    """An event's title does not say whose event it is."""
    if about is not About.EVENT:
        return text
    return _("%(what)s. %(text)s", what=asks_for(about, club), text=text)


def title(about: About, club: str, event: str) -> str:
    return {
        About.CLUB: _("A new club: %(name)s", name=club),
        About.CHANGE: _("A new text for %(name)s", name=club),
        About.EVENT: event,
    }[about]
