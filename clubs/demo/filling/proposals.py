"""Proposals in every state, with the conversations that led there."""

from dataclasses import dataclass, field
from itertools import cycle

from clubs import clock
from clubs.belonging import Belonging, Role, Standing
from clubs.db import Model
from clubs.demo.filling.clubs import risk_answers, sponsorship
from clubs.demo.filling.history import History
from clubs.demo.filling.place import Place
from clubs.demo.proposals import DEMO_PROPOSALS
from clubs.demo.shapes import DemoProposal
from clubs.models.clubs import (
    Audience,
    Club,
    ClubKind,
    ClubState,
    PartOfDay,
    SponsorStanding,
    Step,
)
from clubs.models.review import About, Act, Proposal, Reason, Stage, Wording

_STAGES = {
    "with_sponsor": Stage.WITH_SPONSOR,
    "needs_sponsor": Stage.NEEDS_SPONSOR,
    "with_school": Stage.WITH_SCHOOL,
    "changes_asked": Stage.CHANGES_ASKED,
    "accepted": Stage.ACCEPTED,
    "declined": Stage.DECLINED,
    "withdrawn": Stage.WITHDRAWN,
    "overdue": Stage.WITH_SCHOOL,
    "revision": Stage.WITH_SCHOOL,
    "appeal": Stage.WITH_SCHOOL,
}
_CLUB_STATES = {
    Stage.DECLINED: ClubState.DECLINED,
    Stage.WITHDRAWN: ClubState.WITHDRAWN,
}


@dataclass
class Proposed:
    """What the demo's proposals bring: rows in the order they are stored, and leaders."""

    clubs: list[Club] = field(default_factory=list)
    rows: list[Model] = field(default_factory=list)
    history: list[History] = field(default_factory=list)
    leaders: list[tuple[Club, Belonging]] = field(default_factory=list)


def proposed(place: Place) -> Proposed:
    """All proposals whose club is there, or that are about a new one."""
    done = Proposed()
    staff = cycle(place.people.staff)
    proposers = cycle(place.rng.sample(place.people.students["B"], k=4))
    for written in DEMO_PROPOSALS if place.first else ():
        if written.club_key is None:
            proposer = _proposer(place, written, next(proposers))
            club, sponsor_id = _new_club(place, written, done, proposer, next(staff))
        elif written.club_key in place.clubs:
            stood = place.clubs[written.club_key]
            club, sponsor_id = stood.row, stood.sponsor_id or next(staff)
        else:
            continue
        proposal = _proposal(place, written, club)
        done.rows += [proposal, _wording(written, proposal)]
        done.history.append(_history(place, written, proposal, sponsor_id))
    return done


def _proposer(place: Place, written: DemoProposal, student: str) -> str:
    return place.people.caregivers[0] if written.audience == "caregivers" else student


def _new_club(
    place: Place, written: DemoProposal, done: Proposed, proposer: str, staff_id: str
) -> tuple[Club, str]:
    """The club a proposal would start, led by whoever proposes it."""
    stage = _STAGES[written.state]
    club = Club(
        school_id=place.school.id,
        state=_CLUB_STATES.get(stage, ClubState.PROPOSED),
        kind=ClubKind(written.kind),
        audience=Audience(written.audience),
        step=Step(written.step),
        no_list=written.no_list,
        name=written.name,
        focus=written.focus,
        purpose=written.purpose,
        first_meeting=written.first_meeting,
        weekday=written.weekday,
        part_of_day=PartOfDay(written.lunch),
        capacity=written.capacity,
        review_on=place.today + clock.days(7 * written.pilot_weeks),
        school_year=clock.school_year(place.today),
    )
    leader = Belonging(
        club_id=club.id,
        standing=Standing.MEMBER,
        role=Role.LEADER,
        handle=written.proposer_handle,
        person_id=proposer,
    )
    sponsor_id = (
        place.people.personas["sponsor"] if stage is Stage.WITH_SPONSOR else staff_id
    )
    done.clubs.append(club)
    done.leaders.append((club, leader))
    done.rows += risk_answers(club, written.risk)
    if written.sponsor_asked:
        said_yes = any(turn.act == "sponsor_accepted" for turn in written.conversation)
        standing = SponsorStanding.ACCEPTED if said_yes else SponsorStanding.ASKED
        done.rows.append(sponsorship(club, sponsor_id, standing))
    return club, sponsor_id


def _proposal(place: Place, written: DemoProposal, club: Club) -> Proposal:
    since = place.today - clock.days(written.waiting_days or written.days_ago)
    stage = _STAGES[written.state]
    return Proposal(
        school_id=club.school_id,
        club_id=club.id,
        about=About.CHANGE if written.state == "revision" else About.CLUB,
        stage=stage,
        returns_to=Stage.WITH_SCHOOL if stage is Stage.CHANGES_ASKED else None,
        waiting_since=since,
        due_on=since + clock.days(place.school.decision_days),
        appealed=written.state == "appeal",
    )


def _wording(written: DemoProposal, proposal: Proposal) -> Wording:
    return Wording(
        proposal_id=proposal.id,
        school_id=proposal.school_id,
        name=written.name,
        focus=written.focus,
        purpose=written.purpose,
        first_meeting=written.first_meeting,
    )


def _history(
    place: Place, written: DemoProposal, proposal: Proposal, sponsor_id: str
) -> History:
    """What was said and done, oldest first, ending with what its state says."""
    history = History(
        proposal,
        begun=place.today - clock.days(written.days_ago),
        ended=place.today - clock.days(written.waiting_days),
    )
    history.add(Act.PROPOSED)
    # The second admin decides where one was declined and appealed: another one looks.
    admin_id = place.people.admins[-1 if written.state == "appeal" else 0]
    who = {"proposer": None, "sponsor": sponsor_id, "school": admin_id}
    for turn in written.conversation:
        sponsors = turn.speaker == "sponsor"
        history.add(Act(turn.act), who[turn.speaker], turn.words, as_sponsor=sponsors)
    if written.state == "changes_asked":
        history.entries[-1].act = Act.ASKED  # the last words are what is asked for
    if written.state in ("declined", "appeal"):
        reason = Reason(written.reason_code or "incomplete")
        history.add(Act.DECLINED, admin_id, written.reason_words, reason=reason)
    if written.state == "appeal":
        history.add(Act.APPEALED, words=written.appeal_words)
    if written.state == "accepted":
        history.add(Act.ACCEPTED, admin_id)
    if written.state == "withdrawn":
        history.add(Act.WITHDRAWN)
    return history
