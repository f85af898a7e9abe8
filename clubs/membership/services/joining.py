"""Coming in: in one step, by asking, or with a code. Always by oneself."""

from dataclasses import dataclass, replace
from enum import StrEnum

from flask_babel import gettext as _
from sqlalchemy import select

from clubs import belonging, clock, notices
from clubs.belonging import Belonging, Commitment, Standing, codes
from clubs.db import db
from clubs.directory.loading import held
from clubs.membership.handles import folded
from clubs.membership.services.places import offer_free_places, standing_for_one_more
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.policy.ladder import ANSWERERS, WAY_IN, Eye, WayIn, wants_mail
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.joining import may_join, may_join_without_code
from clubs.policy.viewer import Viewer


class Outcome(StrEnum):
    """What came of wanting to belong."""

    JOINED = "joined"
    ASKED = "asked"
    WAITING = "waiting"
    ALREADY = "already"
    HANDLE_TAKEN = "handle_taken"
    WRONG_CODE = "wrong_code"


@dataclass(frozen=True)
class Request:
    """What somebody says about themself when they ask."""

    handle: str
    note: str
    commitment: Commitment


def join(actor: Viewer, club: Club, commitment: Commitment) -> Outcome:
    """Join an open club in one step; the waiting list when it is full."""
    if belonging.of_one(held(club), actor.person_id):
        return Outcome.ALREADY
    require(may_join_without_code(actor, club))
    _require_way_in(club, WayIn.ONE_STEP)
    standing = standing_for_one_more(club)
    since = clock.now() if standing is Standing.WAITING else None
    wanted = Belonging(club.id, standing, commitment=commitment, since=since)
    belonging.begin(club, actor.person_id, wanted)
    return Outcome.JOINED if standing is Standing.MEMBER else Outcome.WAITING


def ask(actor: Viewer, club: Club, request: Request) -> Outcome:
    """Ask to join. Asking again changes nothing and is no mistake."""
    if belonging.of_one(held(club), actor.person_id):
        return Outcome.ALREADY
    require(may_join_without_code(actor, club))
    _require_way_in(club, WayIn.ASK)
    return _put_request(actor, club, request)


def club_of_code(actor: Viewer, code: str) -> Club | None:
    """The club a code opens for somebody it may be for; None for any other code."""
    club_id = codes.opened_by(actor.school_id, code, clock.today(actor.zone))
    club = db.session.get(Club, club_id) if club_id else None
    if club is None or WAY_IN[club.step] is not WayIn.CODE:
        return None
    known = club.id in actor.knows
    return club if known or may_join(actor, club) else None


def ask_with_code(actor: Viewer, code: str, request: Request) -> Outcome:
    """Ask with a code, which is looked at again and counted only now."""
    club = club_of_code(actor, code)
    if club is None:
        return Outcome.WRONG_CODE
    if belonging.of_one(held(club), actor.person_id):
        return Outcome.ALREADY
    require(may_join(actor, club))
    _require_way_in(club, WayIn.CODE)
    if _handle_taken(club, request.handle):
        return Outcome.HANDLE_TAKEN
    if not codes.use(actor.school_id, code, clock.today(actor.zone)):
        return Outcome.WRONG_CODE
    return _put_request(actor, club, request)


def answer_offer(actor: Viewer, club: Club, *, accept: bool) -> None:
    """Take or pass on an offered place."""
    mine = belonging.of_one(held(club), actor.person_id)
    if mine is None or mine.standing is not Standing.OFFERED:
        raise TooLate(_("There is no offer to answer any more."))
    if accept:
        settled = replace(mine, standing=Standing.MEMBER, since=None, note="")
        belonging.change(club, mine, settled)
        return
    belonging.end(club, mine)
    notices.forget_club(actor.school_id, actor.person_id, club.id)
    offer_free_places(club)


def _require_way_in(club: Club, way: WayIn) -> None:
    """The step can change while somebody reads the page; what they agreed to must hold."""
    if WAY_IN[club.step] is not way:
        raise TooLate(_("How one joins has just changed. Open the page again."))


def _put_request(actor: Viewer, club: Club, request: Request) -> Outcome:
    if _handle_taken(club, request.handle):
        return Outcome.HANDLE_TAKEN
    wanted = Belonging(
        club.id,
        Standing.ASKED,
        commitment=request.commitment,
        handle=request.handle,
        note=request.note,
        since=clock.now(),
    )
    belonging.begin(club, actor.person_id, wanted)
    notices.mail_update(club.school_id, _who_answers(club))
    return Outcome.ASKED


def _handle_taken(club: Club, handle: str) -> bool:
    wanted = folded(handle)
    return any(folded(one.handle) == wanted for one in belonging.in_club(club))


def _who_answers(club: Club) -> list[str]:
    """Sponsors; and leaders where they answer, are known and want mail."""
    answering = list(
        db.session.scalars(
            select(Sponsorship.person_id).where(
                Sponsorship.club_id == club.id,
                Sponsorship.standing == SponsorStanding.ACCEPTED,
            )
        )
    )
    if Eye.LEADER in ANSWERERS[club.step]:
        leaders = [one for one in belonging.in_club(club) if one.leads]
        wanting = [one for one in leaders if wants_mail(club.step, said=one.reminders)]
        answering += [one.person_id for one in wanting if one.person_id]
    return answering
