"""How kinds of people and the state of their accounts are said."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from clubs.models.people import Office, PersonKind


class Account(StrEnum):
    NONE = "none"
    INVITED = "invited"
    READY = "ready"
    ENDED = "ended"


KINDS = {
    PersonKind.STUDENT: _l("Student"),
    PersonKind.STAFF: _l("Staff"),
    PersonKind.CAREGIVER: _l("Caregiver"),
}
INVITING = {
    PersonKind.STUDENT: _l("Invite the students"),
    PersonKind.STAFF: _l("Invite the staff"),
    PersonKind.CAREGIVER: _l("Invite the caregivers"),
}
ACCOUNTS = {
    Account.NONE: _l("No account yet"),
    Account.INVITED: _l("Invited"),
    Account.READY: _l("Has a password"),
    Account.ENDED: _l("Ended"),
}
OFFICES = {
    Office.ADMIN: _l("Admin"),
    Office.DISTRICT_ADMIN: _l("District admin"),
}
