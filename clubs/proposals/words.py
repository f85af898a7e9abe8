"""What stages, acts and questions are called on pages."""

from clubs.models.clubs import PartOfDay, RiskQuestion
from clubs.models.events import EventAudience
from clubs.models.review import Act, Stage
from clubs.web.forms import lazy_words as _l

PARTS_OF_DAY = {
    PartOfDay.LUNCH: _l("At lunch"),
    PartOfDay.BEFORE: _l("Before school"),
    PartOfDay.AFTER: _l("After school"),
    PartOfDay.OTHER: _l("At another time"),
}
WEEKDAYS = (
    _l("Monday"),
    _l("Tuesday"),
    _l("Wednesday"),
    _l("Thursday"),
    _l("Friday"),
    _l("Saturday"),
    _l("Sunday"),
)
RISKS = {
    RiskQuestion.CONFIDENTIALITY: _l("How will you keep it private who comes?"),
    RiskQuestion.GROUP_DYNAMICS: _l("What will you do when people don't get along?"),
    RiskQuestion.ROOM_EXPOSURE: _l("Who can see people going in, and is that all right?"),
    RiskQuestion.ONLINE_CONTACT: _l("Will people meet online? Where, and who looks?"),
    RiskQuestion.SECOND_ADULT: _l("Which second adult can step in?"),
    RiskQuestion.DISCLOSURE: _l("What happens if somebody tells you they are not safe?"),
    RiskQuestion.STOP_CRITERIA: _l("When would you stop and ask for help?"),
}
STAGES = {
    Stage.NEEDS_SPONSOR: _l("The school is looking for a sponsor"),
    Stage.WITH_SPONSOR: _l("Waits for the sponsor"),
    Stage.WITH_SCHOOL: _l("Waits for the school"),
    Stage.CHANGES_ASKED: _l("Waits for the proposer's answer"),
    Stage.ACCEPTED: _l("Accepted"),
    Stage.DECLINED: _l("Declined"),
    Stage.WITHDRAWN: _l("Withdrawn"),
}
ACTS = {
    Act.PROPOSED: _l("Proposed"),
    Act.SAID: _l("Wrote"),
    Act.SPONSOR_ACCEPTED: _l("Said yes as sponsor"),
    Act.SPONSOR_DECLINED: _l("Said no as sponsor"),
    Act.DESIGNATED: _l("Asked a member of staff to sponsor"),
    Act.ASKED: _l("Asked for something"),
    Act.ANSWERED: _l("Answered"),
    Act.ACCEPTED: _l("Accepted"),
    Act.DECLINED: _l("Declined"),
    Act.WITHDRAWN: _l("Withdrew the proposal"),
    Act.APPEALED: _l("Asked the school to look again"),
}
EVENT_AUDIENCES = {
    EventAudience.STUDENTS: _l("Students"),
    EventAudience.SCHOOL: _l("Students and staff"),
    EventAudience.FAMILIES: _l("The school and its families"),
    EventAudience.COMMUNITY: _l("The school, families and neighbours"),
}
