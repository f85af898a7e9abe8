"""How long each kind of record is kept (P11). `flask tidy` ends what is over."""

from datetime import timedelta

from clubs.models.people import PersonKind

# Months of a school year turn on the 1st of August; memberships are renewed by each member.
LIFE = {
    "upload": timedelta(hours=1),
    "session_record": timedelta(0),
    "password_link": timedelta(0),
    "throttle_bucket": timedelta(days=1),
    "coming": timedelta(days=7),
    "declined_proposal": timedelta(days=365),
    "invite_code": timedelta(0),
}

# People who left the roster: how long their account's name stays.
AFTER_LEAVING = {
    PersonKind.STUDENT: timedelta(days=30),
    PersonKind.CAREGIVER: timedelta(days=30),
    PersonKind.STAFF: timedelta(days=365),
}
