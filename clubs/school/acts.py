"""How the record of what staff did is said: no code reaches a page."""

import re

from flask_babel import lazy_gettext as _l

from clubs.audit import AuditAct
from clubs.directory.words import STEPS
from clubs.models.clubs import Step
from clubs.models.people import Office, PersonKind
from clubs.review.words import REASONS
from clubs.school.words import STATES

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
    AuditAct.EVENT_CANCELLED: _l("Cancelled an event"),
    AuditAct.SCHOOL_ADDED: _l("Added a school"),
    AuditAct.ROOMS_CHANGED: _l("Changed the list of rooms"),
    AuditAct.ROOM_BLOCKED: _l("Blocked a room"),
    AuditAct.ROOM_FREED: _l("Ended the block of a room"),
    AuditAct.ROOM_REQUEST_ANSWERED: _l("Answered who asked for a room"),
    AuditAct.SCREENS_CHANGED: _l("Changed the displays in the hallways"),
}
# Whatever else an entry says, word by word; a name or a number stays as it is.
_MORE: dict[str, object] = {
    **{code: said for code, said in (*REASONS.items(), *STATES.items(), *STEPS.items())},
    PersonKind.STUDENT: _l("Students"),
    PersonKind.STAFF: _l("Staff"),
    PersonKind.CAREGIVER: _l("Caregivers"),
    Office.ADMIN: _l("Admin"),
    Office.DISTRICT_ADMIN: _l("District admin"),
    f"{Step.CONFIDENTIAL}-without-a-list": _l("Confidential, with no list"),
    f"{Step.UNLISTED}-without-a-list": _l("Unlisted, with no list"),
    "new": _l("new"),
    "changed": _l("changed"),
    "left": _l("left"),
    "refused": _l("refused"),
    "name": _l("name"),
    "kind": _l("kind"),
    "capacity": _l("places"),
    "step_free": _l("step-free"),
    "quiet": _l("quiet"),
    "near_exit": _l("near an exit"),
    "weekdays": _l("days"),
    "needs_yes": _l("needs a yes"),
    "in_use": _l("whether clubs can have it"),
    "reset": _l("a new password"),
    "brought back": _l("brought back"),
    "accepted": _l("said yes"),
    "stepped back": _l("stepped back"),
    "zone": _l("time zone"),
    "accent": _l("colour"),
    "decision_days": _l("days for a decision"),
    "trusted_adult": _l("who to turn to"),
    "privacy_contact": _l("whom to ask about privacy"),
    "appeal_contact": _l("where to appeal"),
    "kind of day added": _l("a kind of day was added"),
    "kind of day changed": _l("a kind of day was changed"),
    "kind of day removed": _l("a kind of day was removed"),
    "weekdays changed": _l("which weekday is which kind of day"),
    "bells changed": _l("the bells"),
    "week changed": _l("the week and the cycle of days"),
    "terms changed": _l("the terms"),
    "screen added": _l("a display was added"),
    "screen removed": _l("a display was taken away"),
    "calendar changed": _l("the calendar"),
    "feed on": _l("the public calendar was switched on"),
    "feed renew": _l("the public calendar was given a new address"),
    "feed off": _l("the public calendar was switched off"),
    "calendar brought in": _l("a calendar was brought in"),
}
_CODE = re.compile(r"[a-z_-]+(?: [a-z_-]+)*")


def act_said(act: str) -> str:
    """An act in words; one this version does not know stays as it is."""
    return str(ACTS[AuditAct(act)]) if act in list(AuditAct) else act


def more_said(words: str) -> str:
    """What an entry says besides its act, in words."""
    return _CODE.sub(lambda found: str(_MORE.get(found[0], found[0])), words)
