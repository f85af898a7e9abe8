"""Who hears of a step: whoever acts next, and the proposer."""

from collections.abc import Iterable

from flask_babel import gettext as _
from sqlalchemy import select

from clubs import belonging, notices
from clubs.db import db
from clubs.models.clubs import Club, Sponsorship
from clubs.models.people import Appointment, Office
from clubs.models.review import Proposal, Stage
from clubs.policy.ladder import wants_mail
from clubs.policy.viewer import Viewer


def tell_whoever_acts(proposal: Proposal) -> None:
    """A neutral mail to the sponsors or the admins, whoever is next."""
    notices.mail_update(proposal.school_id, _who_acts(proposal))


def tell_proposer(proposal: Proposal, words: str) -> None:
    """A notice in the site, and a mail if they want any. Without a list: pulled."""
    club = db.session.get_one(Club, proposal.club_id)
    leaders = [one for one in belonging.in_club(club) if one.leads]
    known = [(one.person_id, one.reminders) for one in leaders if one.person_id]
    for person_id, _said in known:
        notices.tell(proposal.school_id, person_id, words, club)
    wanting = [one for one, said in known if wants_mail(club.step, said=said)]
    notices.mail_update(proposal.school_id, wanting)


def tell_of_words(actor: Viewer, proposal: Proposal) -> None:
    """The other side of a conversation hears that something was written."""
    if proposal.club_id not in actor.leads:
        tell_proposer(proposal, _("Somebody wrote to you about a proposal of yours."))
        return
    for person_id in set(_who_acts(proposal)):
        notices.tell(
            proposal.school_id, person_id, _("The proposer wrote about a proposal.")
        )


def _who_acts(proposal: Proposal) -> Iterable[str]:
    if proposal.stage is Stage.WITH_SPONSOR:
        return db.session.scalars(
            select(Sponsorship.person_id).where(Sponsorship.club_id == proposal.club_id)
        )
    return db.session.scalars(
        select(Appointment.person_id).where(
            Appointment.school_id == proposal.school_id, Appointment.office == Office.ADMIN
        )
    )
