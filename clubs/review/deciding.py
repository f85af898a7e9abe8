"""Every step a proposal can take. Each asks the policy first and writes its entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from clubs import clock
from clubs.audit import AuditAct, record
from clubs.db import db, locked
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.people import Person, PersonKind, School
from clubs.models.review import About, Act, Proposal, Reason, Stage
from clubs.policy.permissions import NotAllowed, TooLate, require
from clubs.policy.permissions import deciding as may
from clubs.policy.viewer import Viewer
from clubs.review.effects import carry_out, undo
from clubs.review.history import add_entry
from clubs.review.telling import tell_of_words, tell_proposer, tell_whoever_acts


def begin(
    actor: Viewer, proposal: Proposal, *, words: str = "", by_handle: bool = False
) -> None:
    """Start the clock of a new proposal; TooLate if the club has an open one already.

    `by_handle`: staff who propose a club of their own are as nameless as anybody.
    """
    move_on(proposal, proposal.stage, actor.zone)
    with _one_open():
        db.session.add(proposal)
        db.session.flush()
    add_entry(actor, proposal, Act.PROPOSED, words=words, by_handle=by_handle)
    tell_whoever_acts(proposal)


def held(proposal: Proposal) -> Proposal:
    """The same proposal, fresh and locked, so that two decisions cannot both pass."""
    statement = select(Proposal).where(Proposal.id == proposal.id)
    return db.session.scalars(
        locked(statement).execution_options(populate_existing=True)
    ).one()


def move_on(proposal: Proposal, stage: Stage, zone: str) -> None:
    """Next stage, next clock: the same number of days for everybody."""
    today = clock.today(zone)
    proposal.stage = stage
    proposal.waiting_since = today
    proposal.due_on = _due(proposal.school_id, today)


def _due(school_id: str, today: date) -> date:
    allowed = db.session.scalar(select(School.decision_days).where(School.id == school_id))
    return today + clock.days(allowed or 0)


def say(actor: Viewer, proposal: Proposal, words: str) -> None:
    require(may.may_speak(actor, held(proposal)))
    add_entry(actor, proposal, Act.SAID, words=words)
    tell_of_words(actor, proposal)


def sponsor_accepts(actor: Viewer, proposal: Proposal, words: str) -> None:
    """The sponsor says yes: theirs is the club, and the school is next."""
    _require_asked(actor, held(proposal))
    add_entry(actor, proposal, Act.SPONSOR_ACCEPTED, words=words)
    _stand_by(proposal, actor.person_id, SponsorStanding.ACCEPTED)
    record(actor, AuditAct.SPONSOR_ACCEPTED, f"proposal:{proposal.id}")
    move_on(proposal, Stage.WITH_SCHOOL, actor.zone)
    tell_whoever_acts(proposal)


def sponsor_declines(
    actor: Viewer, proposal: Proposal, words: str, other: str | None
) -> None:
    """The sponsor says no, and may name a colleague; otherwise the school finds one."""
    _require_asked(actor, held(proposal))
    add_entry(actor, proposal, Act.SPONSOR_DECLINED, words=words)
    record(actor, AuditAct.SPONSOR_DECLINED, f"proposal:{proposal.id}")
    if proposal.about is not About.CLUB:
        _close(actor, proposal, Stage.DECLINED)
        return
    _release(proposal, actor.person_id)
    if other:
        _stand_by(proposal, staff_member(proposal.school_id, other), SponsorStanding.ASKED)
    move_on(proposal, Stage.WITH_SPONSOR if other else Stage.NEEDS_SPONSOR, actor.zone)
    tell_whoever_acts(proposal)


def _require_asked(actor: Viewer, proposal: Proposal) -> None:
    """Still asked, that is: the school may have asked somebody else a moment ago."""
    require(may.may_answer_as_sponsor(actor, proposal))
    stands = select(Sponsorship.id).where(
        Sponsorship.club_id == proposal.club_id, Sponsorship.person_id == actor.person_id
    )
    if db.session.scalar(stands) is None:
        raise TooLate(_("Somebody else was asked to sponsor this."))


def designate(actor: Viewer, proposal: Proposal, person_id: str) -> None:
    """The school asks a member of staff, in place of whoever was asked before."""
    require(may.may_designate(actor, held(proposal)))
    chosen = staff_member(proposal.school_id, person_id)
    add_entry(actor, proposal, Act.DESIGNATED)
    db.session.execute(
        delete(Sponsorship).where(
            Sponsorship.club_id == proposal.club_id,
            Sponsorship.standing == SponsorStanding.ASKED,
        )
    )
    _stand_by(proposal, chosen, SponsorStanding.ASKED)
    record(actor, AuditAct.SPONSOR_DESIGNATED, f"proposal:{proposal.id}")
    move_on(proposal, Stage.WITH_SPONSOR, actor.zone)
    tell_whoever_acts(proposal)


def ask_for_changes(actor: Viewer, proposal: Proposal, words: str) -> None:
    """Sponsor or school asks the proposer for something; the answer comes back to them."""
    require(may.may_ask(actor, held(proposal)))
    add_entry(actor, proposal, Act.ASKED, words=words)
    record(actor, AuditAct.CHANGES_ASKED, f"proposal:{proposal.id}")
    proposal.returns_to = proposal.stage
    move_on(proposal, Stage.CHANGES_ASKED, actor.zone)
    tell_proposer(proposal, _("A question about a proposal of yours waits for you."))


def answer(actor: Viewer, proposal: Proposal, words: str) -> None:
    """The proposer answers, having changed the text or not: back to whoever asked."""
    require(may.may_answer_changes(actor, held(proposal)))
    add_entry(actor, proposal, Act.ANSWERED, words=words)
    move_on(proposal, proposal.returns_to or Stage.WITH_SPONSOR, actor.zone)
    tell_whoever_acts(proposal)


def accept(actor: Viewer, proposal: Proposal, words: str) -> None:
    require(may.may_decide(actor, held(proposal)))
    add_entry(actor, proposal, Act.ACCEPTED, words=words)
    record(actor, AuditAct.ACCEPTED, f"proposal:{proposal.id}")
    carry_out(proposal)
    _close(actor, proposal, Stage.ACCEPTED)


def decline(actor: Viewer, proposal: Proposal, reason: Reason, words: str) -> None:
    """The school says no, on a ground that fits, in words; it can be appealed."""
    require(may.may_decide(actor, held(proposal)))
    club = db.session.get_one(Club, proposal.club_id)
    if reason not in may.reasons_to_decline(club.kind):
        raise NotAllowed(_("This club cannot be declined on that ground."))
    add_entry(actor, proposal, Act.DECLINED, words=words, reason=reason)
    record(actor, AuditAct.DECLINED, f"proposal:{proposal.id}", reason.value)
    _close(actor, proposal, Stage.DECLINED)


def withdraw(actor: Viewer, proposal: Proposal) -> None:
    require(may.may_withdraw(actor, held(proposal)))
    add_entry(actor, proposal, Act.WITHDRAWN)
    _close(actor, proposal, Stage.WITHDRAWN)


def withdraw_with_club(actor: Viewer, proposal: Proposal) -> None:
    """Its club has closed. Whoever may close a club may do that: ask before."""
    add_entry(actor, proposal, Act.WITHDRAWN, words=_("The club has closed."))
    _close(actor, proposal, Stage.WITHDRAWN)


def appeal(actor: Viewer, proposal: Proposal, words: str) -> None:
    """Once, a declined proposal goes back to the school, for somebody else to look at."""
    require(may.may_appeal(actor, held(proposal)))
    add_entry(actor, proposal, Act.APPEALED, words=words)
    proposal.appealed = True
    with _one_open():
        move_on(proposal, Stage.WITH_SCHOOL, actor.zone)
        db.session.flush()
    undo(proposal)
    tell_whoever_acts(proposal)


@contextmanager
def _one_open() -> Iterator[None]:
    """Turn the constraint's "one open revision" into words."""
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError as error:
        raise TooLate(_("A change of this is already waiting for a decision.")) from error


def _close(actor: Viewer, proposal: Proposal, stage: Stage) -> None:
    move_on(proposal, stage, actor.zone)
    if stage is not Stage.ACCEPTED:
        undo(proposal)
    db.session.flush()
    if stage is not Stage.WITHDRAWN:
        tell_proposer(proposal, _("A proposal of yours was decided."))


def staff_member(school_id: str, person_id: str) -> str:
    """The id of somebody who may sponsor; NotAllowed for anybody else."""
    found = db.session.scalar(
        select(Person.id).where(
            Person.id == person_id,
            Person.school_id == school_id,
            Person.kind == PersonKind.STAFF,
            Person.active,
        )
    )
    if found is None:
        raise NotAllowed(_("Only staff of this school can sponsor a club."))
    return found


def _stand_by(proposal: Proposal, person_id: str, standing: SponsorStanding) -> None:
    found = db.session.scalars(
        select(Sponsorship).where(
            Sponsorship.club_id == proposal.club_id, Sponsorship.person_id == person_id
        )
    ).first()
    if found is None:
        found = Sponsorship(
            school_id=proposal.school_id, club_id=proposal.club_id, person_id=person_id
        )
        db.session.add(found)
    # Asking somebody who is the sponsor already takes nothing away from them.
    if found.standing is not SponsorStanding.ACCEPTED:
        found.standing = standing
    db.session.flush()


def _release(proposal: Proposal, person_id: str) -> None:
    db.session.execute(
        delete(Sponsorship).where(
            Sponsorship.club_id == proposal.club_id, Sponsorship.person_id == person_id
        )
    )
