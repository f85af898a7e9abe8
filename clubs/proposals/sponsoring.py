"""Who stands by a living club: asked, accepted, stepped back."""

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from clubs import notices
from clubs.audit import AuditAct, record
from clubs.db import db, insert_once, new_id
from clubs.directory.loading import held
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.people import Appointment, Office
from clubs.planning import adults
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.running import may_ask_sponsor, may_stand_by, may_step_back
from clubs.policy.viewer import Viewer
from clubs.review.deciding import staff_member


def ask_sponsor(actor: Viewer, club: Club, person_id: str) -> None:
    """Ask one more member of staff; TooLate if they stand by it or were asked already."""
    require(may_ask_sponsor(actor, club))
    chosen = staff_member(club.school_id, person_id)
    new = insert_once(
        Sponsorship,
        id=new_id(),
        school_id=club.school_id,
        club_id=club.id,
        person_id=chosen,
        standing=SponsorStanding.ASKED,
    )
    if not new:
        raise TooLate(_("They were asked already."))
    words = _("You are asked to be a sponsor. The question is under Proposals.")
    notices.tell(club.school_id, chosen, words, club)
    notices.mail_update(club.school_id, [chosen])


def stand_by(actor: Viewer, club: Club) -> None:
    """Say yes to being a sponsor."""
    require(may_stand_by(actor, held(club)))
    found = db.session.scalars(
        select(Sponsorship).where(
            Sponsorship.club_id == club.id, Sponsorship.person_id == actor.person_id
        )
    ).one()
    found.standing = SponsorStanding.ACCEPTED
    record(actor, AuditAct.SPONSOR_CHANGED, f"club:{club.id}", "accepted")


def stay_away(actor: Viewer, club: Club) -> None:
    """Say no to being asked."""
    require(may_stand_by(actor, held(club)))
    _remove(actor, club)
    record(actor, AuditAct.SPONSOR_CHANGED, f"club:{club.id}", "declined")


def step_back(actor: Viewer, club: Club) -> None:
    """Stop being a sponsor. If nobody is left, the admins hear of it and find somebody."""
    require(may_step_back(actor, held(club)))
    _remove(actor, club)
    adults.steps_back(club, actor.person_id)
    record(actor, AuditAct.SPONSOR_CHANGED, f"club:{club.id}", "stepped back")
    left = db.session.scalar(
        select(func.count()).where(
            Sponsorship.club_id == club.id, Sponsorship.standing == SponsorStanding.ACCEPTED
        )
    )
    if not left:
        notices.mail_update(club.school_id, _admins(club.school_id))


def _remove(actor: Viewer, club: Club) -> None:
    db.session.execute(
        delete(Sponsorship).where(
            Sponsorship.club_id == club.id, Sponsorship.person_id == actor.person_id
        )
    )


def _admins(school_id: str) -> list[str]:
    return list(
        db.session.scalars(
            select(Appointment.person_id).where(
                Appointment.school_id == school_id, Appointment.office == Office.ADMIN
            )
        )
    )
