"""Bring a roster file in, as an admin or on the command line."""

from dataclasses import dataclass

from flask_babel import gettext as _

from clubs import uploads
from clubs.audit import AuditAct, record, record_operator
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.school import may_import_whole_district, may_manage_school
from clubs.policy.viewer import Viewer
from clubs.roster import known, waiting
from clubs.roster.applying import Tick, apply
from clubs.roster.comparing import compared
from clubs.roster.lunches import lunches_here
from clubs.roster.plan import Plan
from clubs.roster.reading import Roster
from clubs.roster.targets import Aim, targets


@dataclass(frozen=True)
class Agreed:
    """What somebody agreed to: the plan they saw, and that many may leave."""

    fingerprint: str
    many_may_leave: bool = False


class ManyLeave(Exception):
    """So many would leave that somebody has to say that this is meant."""


def bring_people(actor: Viewer, roster: Roster, *, whole: bool) -> Upload:
    """Keep a roster for its preview; raises Refused if it is not about this school."""
    require(may_manage_school(actor))
    if whole:
        require(may_import_whole_district(actor))
    targets(roster, _aim(actor, whole=whole))
    text = waiting.roster_as_text(roster, whole=whole)
    return uploads.keep(actor, UploadKind.PEOPLE, text)


def people_plan(actor: Viewer, upload: Upload) -> Plan:
    """What applying this upload would do at this moment."""
    require(may_manage_school(actor))
    roster, whole = waiting.roster_from_text(upload.content)
    return plan(roster, _aim(actor, whole=whole))


def import_people(actor: Viewer, upload: Upload, agreed: Agreed) -> Plan:
    """Apply what was agreed to. Raises TooLate or ManyLeave, and then changes nothing."""
    require(may_manage_school(actor))
    roster, whole = waiting.roster_from_text(upload.content)
    if whole:
        require(may_import_whole_district(actor))
    done, school_ids = carry_out(roster, _aim(actor, whole=whole), agreed, actor.zone)
    uploads.let_go(actor, UploadKind.PEOPLE)
    if not done.empty:
        subject = f"school:{actor.school_id}"
        record(actor, AuditAct.PEOPLE_IMPORTED, subject, done.counts)
        others = [one for one in school_ids if one != actor.school_id]
        _tell_others(others, done)
    return done


def import_as_operator(
    roster: Roster, aim: Aim, agreed: Agreed, zone: str, tick: Tick
) -> Plan:
    """The same, on the command line."""
    done, school_ids = carry_out(roster, aim, agreed, zone, tick)
    if not done.empty:
        _tell_others(list(school_ids), done)
    return done


def plan(roster: Roster, aim: Aim) -> Plan:
    """What a roster would do; raises Refused when it is about other schools."""
    found = targets(roster, aim)
    people = known.people_concerned(found, roster)
    if not roster.says_lunches:
        return compared(roster, found, people)
    lunches = lunches_here({one.school_id for one in found if one.school_id})
    return compared(roster, found, known.with_lunches(people, lunches), lunches)


def carry_out(
    roster: Roster, aim: Aim, agreed: Agreed, zone: str, tick: Tick = lambda done: None
) -> tuple[Plan, tuple[str, ...]]:
    known.hold(targets(roster, aim))
    now = plan(roster, aim)
    if now.fingerprint != agreed.fingerprint:
        raise TooLate(_("The people have changed since you looked. Look again."))
    if now.many_leave and not agreed.many_may_leave:
        raise ManyLeave
    return now, (() if now.empty else apply(now, zone, tick))


def _aim(actor: Viewer, *, whole: bool) -> Aim:
    ours = known.our_schools()
    lead = next(one for one in ours if one.id == actor.school_id)
    return Aim(lead, ours, whole=whole, may_whole=whole)


def _tell_others(school_ids: list[str], done: Plan) -> None:
    for school_id in school_ids:
        subject = f"school:{school_id}"
        record_operator(school_id, AuditAct.PEOPLE_IMPORTED, subject, done.counts)
