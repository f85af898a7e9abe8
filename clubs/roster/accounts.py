"""What admins do for people's accounts: invite, send a link, end, bring back, appoint."""

from flask_babel import gettext as _
from sqlalchemy import delete

from clubs.audit import AuditAct, record
from clubs.db import db, insert_once, new_id
from clubs.invitations import invite
from clubs.models.accounts import LinkPurpose
from clubs.models.people import Appointment, Office, Person, PersonKind
from clubs.notices import links
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.school import (
    may_appoint,
    may_end_account,
    may_invite,
    may_manage_school,
)
from clubs.policy.viewer import Viewer
from clubs.roster.leaving import end_accounts
from clubs.roster.queries import without_account

# As many as are quickly done; the rest is one more press of the button.
AT_ONCE = 500


def invite_all(actor: Viewer, kind: PersonKind) -> int:
    """Invite people of a kind who have no account, some hundreds at once; how many."""
    require(may_manage_school(actor))
    people = without_account(actor, kind, AT_ONCE)
    for person in people:
        links.mail(person, LinkPurpose.INVITATION)
    if people:
        subject = f"school:{actor.school_id}"
        record(actor, AuditAct.INVITED, subject, f"{kind}: {len(people)}")
    return len(people)


def invite_one(actor: Viewer, person: Person) -> None:
    invite(actor, person)


def send_reset(actor: Viewer, person: Person) -> None:
    """Mail a link that sets a new password; the old one works until it is used."""
    require(may_invite(actor, person))
    links.mail(person, LinkPurpose.RESET)
    record(actor, AuditAct.INVITED, f"person:{person.id}", "reset")


def end_account(actor: Viewer, person: Person) -> None:
    """As if they had left: they can't sign in, and belong nowhere any more."""
    require(may_end_account(actor, person))
    if not person.active:
        raise TooLate(_("This account has ended already."))
    end_accounts(person.school_id, [person.id])
    db.session.refresh(person)
    record(actor, AuditAct.ACCOUNT_ENDED, f"person:{person.id}")


def bring_back(actor: Viewer, person: Person) -> None:
    require(may_end_account(actor, person))
    if person.active:
        raise TooLate(_("This account is in use already."))
    person.active = True
    record(actor, AuditAct.ACCOUNT_ENDED, f"person:{person.id}", "brought back")


def appoint(actor: Viewer, person: Person) -> None:
    """Make a member of staff an admin of their school."""
    require(may_appoint(actor, person))
    given = {"school_id": person.school_id, "person_id": person.id, "office": Office.ADMIN}
    if not insert_once(Appointment, id=new_id(), **given):
        raise TooLate(_("They are an admin already."))
    record(actor, AuditAct.APPOINTED, f"person:{person.id}", Office.ADMIN)


def end_office(actor: Viewer, person: Person) -> None:
    require(may_appoint(actor, person))
    ended = db.session.execute(
        delete(Appointment)
        .where(Appointment.person_id == person.id, Appointment.office == Office.ADMIN)
        .returning(Appointment.id)
    )
    if ended.first() is None:
        raise TooLate(_("They are not an admin any more."))
    record(actor, AuditAct.OFFICE_ENDED, f"person:{person.id}", Office.ADMIN)
