"""Inviting people to their account: by an admin in the site, or on the command line."""

from clubs import audit
from clubs.audit import AuditAct
from clubs.models.accounts import LinkPurpose
from clubs.models.people import Person
from clubs.notices import links
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_invite
from clubs.policy.viewer import Viewer


def invite(actor: Viewer, person: Person) -> None:
    """Mail a link that sets a first password. An earlier invitation stops working."""
    require(may_invite(actor, person))
    links.mail(person, LinkPurpose.INVITATION)
    audit.record(actor, AuditAct.INVITED, f"person:{person.id}")


def invite_as_operator(person: Person, *, by_mail: bool) -> str:
    """The same from the command line: the link's path, or "" when it went by mail."""
    audit.record_operator(person.school_id, AuditAct.INVITED, f"person:{person.id}")
    if not by_mail:
        return links.new_link(person, LinkPurpose.INVITATION)
    links.mail(person, LinkPurpose.INVITATION)
    return ""
