"""Events: who proposes them, comes along, cancels them."""

from flask_babel import gettext as _

from clubs import clock
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.people import PersonKind
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer

# Whom an event is for; nobody else is asked whether they are coming.
INVITED: dict[EventAudience, frozenset[PersonKind]] = {
    EventAudience.STUDENTS: frozenset({PersonKind.STUDENT}),
    EventAudience.SCHOOL: frozenset({PersonKind.STUDENT, PersonKind.STAFF}),
    EventAudience.FAMILIES: frozenset(PersonKind),
    EventAudience.COMMUNITY: frozenset(PersonKind),
}


def is_over(event: Event) -> bool:
    return clock.moment(event.on_date, event.ends, event.zone) <= clock.now()


def may_come(viewer: Viewer, event: Event) -> Decision:
    if event.state is not EventState.APPROVED:
        return no(_("This event is not taking place."))
    if is_over(event):
        return no(_("This event is over."))
    if viewer.kind not in INVITED[event.audience]:
        return no(_("This event is for students."))
    return yes


def may_see_how_many(viewer: Viewer, event: Event) -> bool:
    """How many are coming is for the people who run the club, and never who (P5)."""
    return event.club_id in viewer.runs


def may_cancel_event(viewer: Viewer, event: Event) -> Decision:
    """The people who run the club, and the school that said yes to it."""
    if event.club_id not in viewer.runs and not viewer.admin:
        return no(_("Only the people who run the club can cancel this."))
    if event.state is not EventState.APPROVED:
        return no(_("Only an event that was said yes to can be cancelled."))
    if is_over(event):
        return no(_("This event is over."))
    return yes
