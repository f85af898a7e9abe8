"""Viewers who do not exist: a classmate, a member, a caregiver, an admin, for "view as…".

They are viewers like any other, so every rule answers them as it would a real one.
"""

from flask_babel import lazy_gettext as _l

from clubs.belonging import Belonging, Standing, Ties
from clubs.models.clubs import Club
from clubs.models.people import Office, PersonKind
from clubs.policy.ladder import Eye
from clubs.policy.viewer import Viewer

EYES = {
    Eye.CLASSMATE: _l("a student outside the club"),
    Eye.MEMBER: _l("a member"),
    Eye.CAREGIVER: _l("a caregiver outside the club"),
    Eye.ADMIN: _l("the school’s admins"),
}
_KINDS = {Eye.CAREGIVER: PersonKind.CAREGIVER, Eye.ADMIN: PersonKind.STAFF}


def imagined(eye: Eye, club: Club, like: Viewer) -> Viewer:
    """Somebody of the same school who stands to this club as `eye` says."""
    member = {club.id: Belonging(club.id, Standing.MEMBER)} if eye is Eye.MEMBER else {}
    return Viewer(
        person_id="",
        school_id=like.school_id,
        school_name=like.school_name,
        zone=like.zone,
        kind=_KINDS.get(eye, PersonKind.STUDENT),
        name="",
        offices=frozenset({Office.ADMIN} if eye is Eye.ADMIN else ()),
        ties=Ties(member, frozenset(), frozenset()),
    )
