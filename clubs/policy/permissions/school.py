"""What admins and staff do for their school."""

from flask_babel import gettext as _

from clubs.models.people import Person, PersonKind
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer


def may_manage_school(viewer: Viewer) -> Decision:
    """Rosters, settings, invitations, drafts, the record."""
    return yes if viewer.admin else no(_("Only the school's admins may do that."))


def may_invite(viewer: Viewer, person: Person) -> Decision:
    if not viewer.admin or person.school_id != viewer.school_id:
        return no(_("Only the school's admins may do that."))
    if not person.active:
        return no(_("They are not on the roster any more."))
    if person.email is None:
        return no(_("There is no address to write to."))
    return yes


def may_appoint(viewer: Viewer, person: Person) -> Decision:
    if not viewer.admin:
        return no(_("Only the school's admins may do that."))
    if person.kind is not PersonKind.STAFF or not person.active:
        return no(_("Only staff who work here can be appointed."))
    if person.id == viewer.person_id:
        return no(_("Somebody else has to do that for you."))
    return yes


def may_end_account(viewer: Viewer, person: Person) -> Decision:
    if not viewer.admin:
        return no(_("Only the school's admins may do that."))
    if person.id == viewer.person_id:
        return no(_("Somebody else has to do that for you."))
    return yes


def may_import_whole_district(viewer: Viewer) -> Decision:
    """A file with every school touches them all."""
    if viewer.district_admin and viewer.admin:
        return yes
    return no(_("Only district admins may do that."))


def may_oversee_schools(viewer: Viewer) -> Decision:
    return yes if viewer.district_admin else no(_("Only district admins may do that."))
