"""How states, stages and acts are said at the school's desk."""

from flask_babel import lazy_gettext as _l

from clubs.audit import AuditAct
from clubs.models.clubs import ClubState
from clubs.models.review import About, Stage

ABOUT = {
    About.CLUB: _l("A new club"),
    About.CHANGE: _l("A change"),
    About.EVENT: _l("An event"),
}
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
ACTS = {
    AuditAct.PEOPLE_IMPORTED: _l("Brought in a roster"),
    AuditAct.CLUBS_IMPORTED: _l("Brought in a list of clubs"),
    AuditAct.INVITED: _l("Sent links to set a password"),
    AuditAct.APPOINTED: _l("Appointed somebody"),
    AuditAct.OFFICE_ENDED: _l("Ended an office"),
    AuditAct.ACCOUNT_ENDED: _l("Ended an account or brought it back"),
    AuditAct.SETTINGS_CHANGED: _l("Changed settings"),
    AuditAct.SPONSOR_ACCEPTED: _l("Agreed to sponsor"),
    AuditAct.SPONSOR_DECLINED: _l("Did not agree to sponsor"),
    AuditAct.SPONSOR_DESIGNATED: _l("Found a sponsor"),
    AuditAct.SPONSOR_CHANGED: _l("Changed sponsors"),
    AuditAct.CHANGES_ASKED: _l("Asked for changes"),
    AuditAct.ACCEPTED: _l("Accepted a proposal"),
    AuditAct.DECLINED: _l("Declined a proposal"),
    AuditAct.CLUB_STATE: _l("Changed the state of a club"),
    AuditAct.CLUB_STEP: _l("Changed the privacy step of a club"),
    AuditAct.SCHOOL_ADDED: _l("Added a school"),
}


def act_said(act: str) -> str:
    """An act in words; one this version does not know stays as it is."""
    return str(ACTS[AuditAct(act)]) if act in list(AuditAct) else act
