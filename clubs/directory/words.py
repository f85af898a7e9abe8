"""How what is true of a club is said: kinds, audiences, days, states, steps."""

from flask_babel import lazy_gettext as _l

from clubs.models.clubs import Audience, ClubKind, ClubState, PartOfDay, Step

KINDS = {
    ClubKind.ALLIANCE: _l("Alliance"),
    ClubKind.INCLUSION: _l("Buddies and inclusion"),
    ClubKind.SOCIAL: _l("Social"),
    ClubKind.JUSTICE: _l("Justice and human rights"),
    ClubKind.CULTURE: _l("Culture and newcomers"),
    ClubKind.INTEREST: _l("Shared interest"),
    ClubKind.CAREGIVERS: _l("Caregivers’ discussion"),
    ClubKind.COMMITTEE: _l("Committee"),
}
AUDIENCES = {
    Audience.STUDENTS: _l("For students"),
    Audience.CAREGIVERS: _l("For caregivers"),
    Audience.MIXED: _l("For students, caregivers and staff"),
}
WEEKDAYS = (
    _l("Mondays"),
    _l("Tuesdays"),
    _l("Wednesdays"),
    _l("Thursdays"),
    _l("Fridays"),
    _l("Saturdays"),
    _l("Sundays"),
)
PARTS_OF_DAY = {
    PartOfDay.LUNCH: _l("at lunch"),
    PartOfDay.BEFORE: _l("before school"),
    PartOfDay.AFTER: _l("after school"),
    PartOfDay.OTHER: _l("at another time"),
}
STEPS = {
    Step.OPEN: _l("Open"),
    Step.PRIVATE: _l("Private"),
    Step.CONFIDENTIAL: _l("Confidential"),
    Step.UNLISTED: _l("Unlisted"),
}
# Only what a reader should know before they join; an active club needs no words.
STATES = {
    ClubState.DRAFT: _l("This club is being set up. Few people see this page."),
    ClubState.PROPOSED: _l("This club waits for a decision. Few people see this page."),
    ClubState.PILOT: _l("This club is new and trying things out."),
    ClubState.PAUSED: _l("This club is taking a break."),
    ClubState.CLOSED: _l("This club has closed."),
    ClubState.DECLINED: _l("The school has not accepted this club."),
    ClubState.WITHDRAWN: _l("This club was withdrawn before it began."),
}


def usually(weekday: int | None, part: PartOfDay | None) -> str:
    """Such as "Wednesdays at lunch", or nothing if that is not known."""
    day = str(WEEKDAYS[weekday]) if weekday is not None else ""
    return f"{day} {PARTS_OF_DAY[part] if part else ''}".strip()
