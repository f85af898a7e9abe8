"""What a proposal's page tells: its clock, its texts, what happened so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import clock
from clubs.directory.who_sees import in_one_line, table_for
from clubs.models.clubs import Step
from clubs.models.review import About, Act, Stage
from clubs.policy.permissions.deciding import PEER_SUPPORT
from clubs.policy.viewer import Viewer
from clubs.proposals.facts import facts_of
from clubs.proposals.papers import Papers
from clubs.proposals.words import ABOUT, ACTS, EVENT_AUDIENCES, REASONS, RISKS, STAGES
from clubs.review.history import Entry, proposer_handle
from clubs.web.filters import day


@dataclass(frozen=True)
class Sheet:
    """All that the page prints of a proposal, beside its story."""

    papers: Papers
    what: str
    stage: str
    since: date
    due: date
    open: bool
    late: bool
    decides: bool
    peer_support: bool
    changes: Sequence[tuple[str, str, str]]
    risks: Sequence[tuple[str, str]]
    sponsors: Sequence[str]
    facts: Sequence[tuple[str, str]]
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[object]]]
    who_sees: str
    words_seen_by: str
    event_audience: str


@dataclass(frozen=True)
class Told:
    when: str
    who: str
    what: str
    words: str


def sheet(viewer: Viewer, papers: Papers) -> Sheet:
    one = papers.proposal
    return Sheet(
        papers=papers,
        what=str(ABOUT[one.about]),
        stage=str(STAGES[one.stage]),
        since=one.waiting_since,
        due=one.due_on,
        open=one.open,
        late=one.open and one.due_on < clock.today(viewer.zone),
        decides=viewer.admin and one.stage is Stage.WITH_SCHOOL,
        peer_support=papers.club.kind in PEER_SUPPORT,
        changes=_changes(papers),
        risks=[(str(RISKS[key]), said) for key, said in papers.risk.items()],
        sponsors=[_stands(one.name, accepted=one.accepted) for one in papers.stands],
        facts=facts_of(papers.club),
        columns=["", _("Finds it"), _("Reads its page"), _("When and where"), _("Members")],
        rows=_who_sees(papers),
        who_sees=in_one_line(papers.club.step),
        words_seen_by=seen_by_words(papers.club.step),
        event_audience=str(EVENT_AUDIENCES[papers.event.audience]) if papers.event else "",
    )


def _who_sees(papers: Papers) -> list[tuple[str, list[object]]]:
    table = table_for(papers.club.step, no_list=papers.club.no_list)
    return [(row.who, [row.finds, row.page, row.when, row.people]) for row in table]


def _stands(name: str, *, accepted: bool) -> str:
    return name if accepted else _("%(name)s (asked)", name=name)


def _changes(papers: Papers) -> list[tuple[str, str, str]]:
    """Field by field, what a change would change."""
    new, old = papers.wording, papers.club
    if papers.proposal.about is not About.CHANGE or new is None:
        return []
    fields = [
        (_("Name"), old.name, new.name),
        (_("What it is about"), old.focus, new.focus),
        (_("What it is for"), old.purpose, new.purpose),
        (_("A first meeting"), old.first_meeting, new.first_meeting),
    ]
    return [one for one in fields if one[1] != one[2]]


def last_step(entries: Sequence[Entry]) -> int:
    """The number of the last step, as history.version counts it."""
    return max((one.number for one in entries if one.act is not Act.SAID), default=0)


def story(viewer: Viewer, papers: Papers, entries: Sequence[Entry]) -> list[Told]:
    proposer = _proposer(viewer, papers)
    return [_told(one, proposer) for one in entries]


def _told(one: Entry, proposer: str) -> Told:
    who = one.who or proposer
    if one.as_sponsor and one.who:
        who = _("%(name)s, sponsor", name=one.who)
    what = str(ACTS[one.act])
    if one.reason is not None:
        what = f"{what}: {REASONS[one.reason]}"
    return Told(day(one.on_date), who, what, one.words)


def _proposer(viewer: Viewer, papers: Papers) -> str:
    """Their handle for those who decide on a new club; else nobody learns more than a role.

    In a living club a leader may come and go: an admin's page must not show it (P6).
    """
    club, mine = papers.club, viewer.belonging_to(papers.club.id)
    if mine is not None and mine.leads:
        return _("%(handle)s (you)", handle=mine.handle)
    nameless = _("The proposer")
    new = papers.proposal.about is About.CLUB and papers.proposal.open
    if not new and club.id not in viewer.sponsors:
        return nameless
    return proposer_handle(club) or nameless


def seen_by_words(step: Step) -> str:
    """Who reads what is written about a proposal."""
    if step is Step.OPEN:
        return _("The proposer, the sponsor and the school's admins.")
    return _(
        "The proposer, the sponsor and the school's admins. The proposer is known by "
        "handle only: please name nobody."
    )
