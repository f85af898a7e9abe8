"""Changing who sees a club: tighter at once, looser with notice and everybody's own yes."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask_babel import gettext as _

from clubs import audit, belonging, notices
from clubs.audit import AuditAct
from clubs.belonging import codes
from clubs.directory.loading import held
from clubs.membership.services.places import tell
from clubs.models.clubs import Club, Step
from clubs.planning import gathering
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.running import (
    may_call_off_loosening,
    may_complete_loosening,
    may_loosen,
    may_tighten,
)
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Rung:
    """A step of the ladder, with or without a list of who belongs."""

    step: Step
    no_list: bool = False

    @property
    def key(self) -> str:
        return f"{self.step}-without-a-list" if self.no_list else str(self.step)


RUNGS = (
    Rung(Step.OPEN),
    Rung(Step.PRIVATE),
    Rung(Step.CONFIDENTIAL),
    Rung(Step.CONFIDENTIAL, no_list=True),
    Rung(Step.UNLISTED),
    Rung(Step.UNLISTED, no_list=True),
)


def rung_of(club: Club) -> Rung:
    return Rung(club.step, club.no_list)


def bring_to(actor: Viewer, club: Club, rung: Rung, days: timedelta, on: date) -> bool:
    """Tighten at once (True), or give notice of showing more (False)."""
    if rung_of(held(club)) == rung:
        raise TooLate(_("This club is on that step already."))
    if may_tighten(actor, club, rung.step, no_list=rung.no_list):
        _tighten(actor, club, rung)
        return True
    require(may_loosen(actor, club))
    _begin_loosening(club, rung, on + days)
    return False


def _tighten(actor: Viewer, club: Club, rung: Rung) -> None:
    known = [one.person_id for one in belonging.in_club(club) if one.person_id]
    _bring(actor, club, rung)
    if rung.no_list:
        # With the key, a notice would still tell who is in the club: none may stay.
        for person_id in known:
            notices.forget_club(club.school_id, person_id, club.id)


def _begin_loosening(club: Club, rung: Rung, on: date) -> None:
    """Give notice that more will be seen; nothing changes before the day has come."""
    club.loosen_to, club.loosen_no_list, club.loosen_on = rung.step, rung.no_list, on
    words = _("More people may soon see %(club)s. Say whether you stay.", club=club.name)
    for one in belonging.in_club(club):
        tell(club, one, words)


def say_whether_staying(actor: Viewer, club: Club, *, stays: bool) -> None:
    """One's own answer; who does not answer is not carried over."""
    mine = belonging.of_one(held(club), actor.person_id)
    if mine is None or club.loosen_to is None:
        raise TooLate(_("This was settled meanwhile."))
    belonging.change(club, mine, replace(mine, stays=stays))


def complete_loosening(actor: Viewer, club: Club, on: date) -> None:
    """Carry over those who said yes; the others leave without a trace."""
    require(may_complete_loosening(actor, held(club), on))
    for one in belonging.in_club(club):
        if not one.stays:
            gathering.leave_club(club, one)
        if one.person_id and not one.stays:
            notices.forget_club(club.school_id, one.person_id, club.id)
    _bring(actor, club, Rung(club.loosen_to or club.step, club.loosen_no_list))


def call_off_loosening(actor: Viewer, club: Club) -> None:
    """Leave everything as it is, and forget who had said yes."""
    require(may_call_off_loosening(actor, held(club)))
    for one in belonging.in_club(club):
        if one.stays:
            belonging.change(club, one, replace(one, stays=False))
    _settle(club)


def _bring(actor: Viewer, club: Club, rung: Rung) -> None:
    before = rung_of(club)
    if Step.OPEN in (before.step, rung.step):
        gathering.free_jobs(club)
    belonging.move(club, rung.step, no_list=rung.no_list)
    if rung.step is not Step.UNLISTED:
        codes.end_codes(club)
    # Whoever reads its calendar until now learns nothing of it by that address any more.
    club.feed_key = None
    _settle(club)
    told = (AuditAct.CLUB_STEP, f"club:{club.id}", f"{before.key} → {rung.key}")
    if club.id in actor.sponsors:
        audit.record(actor, *told)
    else:
        audit.record_leader(club.school_id, *told)


def _settle(club: Club) -> None:
    club.loosen_to, club.loosen_on, club.loosen_no_list = None, None, False
