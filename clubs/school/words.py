"""How states and stages are said at the school's desk."""

from flask_babel import lazy_gettext as _l

from clubs.models.clubs import ClubState
from clubs.models.review import Stage

STAGES = {
    Stage.NEEDS_SPONSOR: _l("The school has to find a sponsor."),
    Stage.WITH_SPONSOR: _l("A sponsor has been asked."),
    Stage.WITH_SCHOOL: _l("The school decides."),
    Stage.CHANGES_ASKED: _l("The proposer has been asked something."),
}
STATES = {
    ClubState.DRAFT: _l("Draft"),
    ClubState.PROPOSED: _l("Proposed"),
    ClubState.PILOT: _l("Pilot"),
    ClubState.ACTIVE: _l("Active"),
    ClubState.PAUSED: _l("Paused"),
    ClubState.CLOSED: _l("Closed"),
    ClubState.DECLINED: _l("Declined"),
    ClubState.WITHDRAWN: _l("Withdrawn"),
}
