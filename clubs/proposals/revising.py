"""Change a living club: its texts wait for a decision, small facts do not."""

from datetime import date

from sqlalchemy import select

from clubs.db import db
from clubs.directory.loading import held
from clubs.models.clubs import Club, ClubState, PartOfDay, Sponsorship, SponsorStanding
from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions import require
from clubs.policy.permissions.deciding import may_revise
from clubs.policy.permissions.running import may_run
from clubs.policy.viewer import Viewer
from clubs.proposals.services import Texts, word
from clubs.review import deciding


def revise(actor: Viewer, club: Club, texts: Texts) -> Proposal:
    """A change that waits, while the last accepted page shows. TooLate if one waits."""
    require(may_revise(actor, held(club)))
    proposal = Proposal(
        school_id=club.school_id,
        club_id=club.id,
        about=About.CHANGE,
        stage=_first_stage(actor, club),
    )
    deciding.begin(actor, proposal)
    word(proposal, texts)
    return proposal


def _first_stage(actor: Viewer, club: Club) -> Stage:
    if club.id in actor.sponsors:
        return Stage.WITH_SCHOOL
    sponsor = select(Sponsorship.id).where(
        Sponsorship.club_id == club.id,
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    return Stage.WITH_SPONSOR if db.session.scalar(sponsor) else Stage.NEEDS_SPONSOR


def set_facts(
    actor: Viewer,
    club: Club,
    *,
    weekday: int | None,
    part_of_day: PartOfDay | None,
    review_on: date | None,
) -> None:
    """When a club usually meets, and when its pilot is looked at: no decision needed."""
    require(may_run(actor, club))
    club.weekday = weekday
    club.part_of_day = part_of_day
    if club.state is ClubState.PILOT and review_on is not None:
        club.review_on = review_on
