"""What a proposal's page tells: its clock, its texts, who would see what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import clock
from clubs.directory.who_sees import in_one_line, table_for
from clubs.models.clubs import Step
from clubs.models.review import About, Stage
from clubs.policy.permissions.deciding import PEER_SUPPORT
from clubs.policy.viewer import Viewer
from clubs.proposals.facts import facts_of
from clubs.proposals.papers import Papers
from clubs.proposals.words import EVENT_AUDIENCES, RISKS, STAGES
from clubs.review.words import asks_for


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


def sheet(viewer: Viewer, papers: Papers) -> Sheet:
    one = papers.proposal
    return Sheet(
        papers=papers,
        what=asks_for(one.about, papers.club.name),
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


def seen_by_words(step: Step) -> str:
    """Who reads what is written about a proposal."""
    if step is Step.OPEN:
        return _("The proposer, the sponsor and the school's admins.")
    return _(
        "The proposer, the sponsor and the school's admins. The proposer is known by "
        "handle only: please name nobody."
    )
