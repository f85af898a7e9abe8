"""Who may see what, as SQL conditions, for lists and single rows alike (P1)."""

from sqlalchemy import ColumnElement, and_, false, or_, true

from clubs import clock
from clubs.models.audit import AuditEntry
from clubs.models.clubs import LIVE, Club, ClubState
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.meetings import Meeting
from clubs.models.people import Person, PersonKind, School
from clubs.models.review import Proposal
from clubs.policy.ladder import (
    IN_A_FEED,
    NAMED_IN_FEEDS,
    Eye,
    steps_found_by,
    steps_read_by,
    steps_timed_for,
)
from clubs.policy.viewer import Viewer

PUBLISHED = (EventState.APPROVED, EventState.CANCELLED)
FOR_CAREGIVERS = (EventAudience.FAMILIES, EventAudience.COMMUNITY)
RUNNING = (ClubState.PILOT, ClubState.ACTIVE)


def club_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Clubs of the viewer's school that are listed for them, and those they know anyway."""
    listed = and_(Club.state.in_(LIVE), Club.step.in_(steps_found_by(viewer.outside)))
    return and_(Club.school_id == viewer.school_id, or_(listed, Club.id.in_(viewer.knows)))


def club_listed_for(viewer: Viewer) -> ColumnElement[bool]:
    """Clubs shown in the directory: what one may know of, as long as it lives."""
    return and_(club_visible_to(viewer), Club.state.in_(LIVE))


def club_found_by(viewer: Viewer) -> ColumnElement[bool]:
    """Of the clubs one may know of, all but those one only waits at the door of."""
    return or_(Club.step.in_(steps_found_by(viewer.outside)), Club.id.in_(viewer.inside))


def club_read_by(viewer: Viewer) -> ColumnElement[bool]:
    """Of the clubs one may know of, those whose page one may read."""
    return or_(Club.step.in_(steps_read_by(viewer.outside)), Club.id.in_(viewer.inside))


def club_timed_for(viewer: Viewer) -> ColumnElement[bool]:
    """Clubs of which one may know when and where they meet."""
    timed = and_(Club.state.in_(LIVE), Club.step.in_(steps_timed_for(viewer.outside)))
    return or_(timed, Club.id.in_(viewer.inside))


def club_timed_for_all() -> ColumnElement[bool]:
    """Clubs of which everybody at their school may know when and where they meet."""
    return and_(Club.state.in_(RUNNING), Club.step.in_(steps_timed_for(Eye.CLASSMATE)))


def meeting_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Meetings whose when and where the viewer may know. Joins Meeting to Club."""
    return and_(
        Meeting.school_id == viewer.school_id,
        Meeting.club_id == Club.id,
        Club.school_id == viewer.school_id,
        or_(club_timed_for(viewer), stands_in(viewer)),
    )


def stands_in(viewer: Viewer) -> ColumnElement[bool]:
    """Meetings to come at which the viewer is the adult: they have to know when and where.

    What is over tells them nothing any more of a club they have nothing else to do with.
    """
    if not viewer.staff:
        return false()
    ahead = Meeting.on_date >= clock.today(viewer.zone)
    return and_(Meeting.adult_id == viewer.person_id, ahead)


def in_own_feed() -> ColumnElement[bool]:
    """Clubs whose own public calendar answers, to whoever has its address."""
    return and_(Club.state.in_(RUNNING), Club.step.in_(IN_A_FEED))


def in_school_feed() -> ColumnElement[bool]:
    """Clubs whose meetings are in their school's public calendar, by name."""
    return and_(Club.state.in_(RUNNING), Club.step.in_(NAMED_IN_FEEDS))


def on_screens() -> ColumnElement[bool]:
    """Clubs that a display in a hallway shows to whoever walks by."""
    return in_school_feed()


def event_in_school_feed() -> ColumnElement[bool]:
    """Published events for families or the community, whichever club had the idea."""
    return and_(Event.state.in_(PUBLISHED), Event.audience.in_(FOR_CAREGIVERS))


def event_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Published events meant for the viewer, and all of the clubs they run."""
    for_them = (
        Event.audience.in_(FOR_CAREGIVERS)
        if viewer.kind is PersonKind.CAREGIVER
        else true()
    )
    return and_(
        Event.school_id == viewer.school_id,
        or_(and_(Event.state.in_(PUBLISHED), for_them), Event.club_id.in_(viewer.runs)),
    )


def proposal_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Proposals the viewer made, is asked about, stands by, or decides on."""
    theirs = viewer.leads | viewer.sponsors | viewer.ties.asked_to_sponsor
    near = Proposal.club_id.in_(theirs)
    return and_(
        Proposal.school_id == viewer.school_id,
        or_(near, true() if viewer.admin else false()),
    )


def club_asked_of(viewer: Viewer) -> ColumnElement[bool]:
    """Clubs the viewer may know of, and those that asked them to be their sponsor."""
    asked = and_(
        Club.school_id == viewer.school_id, Club.id.in_(viewer.ties.asked_to_sponsor)
    )
    return or_(club_visible_to(viewer), asked)


def club_overseen_by(viewer: Viewer) -> ColumnElement[bool]:
    """Clubs an admin answers for: all of their school, as entries on the school's list."""
    return and_(Club.school_id == viewer.school_id, true() if viewer.admin else false())


def person_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Roster entries for admins; for others only the staff one can ask to sponsor."""
    everyone = true() if viewer.admin else Person.kind == PersonKind.STAFF
    return and_(Person.school_id == viewer.school_id, everyone)


def record_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The record of what staff did is for the admins of the same school."""
    return and_(
        AuditEntry.school_id == viewer.school_id, true() if viewer.admin else false()
    )


def school_overseen_by(viewer: Viewer) -> ColumnElement[bool]:
    """A district admin sees that schools are there; what is in them stays theirs."""
    if viewer.district_admin:
        return true()
    return School.id == viewer.school_id if viewer.admin else false()
