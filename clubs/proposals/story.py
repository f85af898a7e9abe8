"""What happened to a proposal so far, as those who take part in it read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.models.review import About, Act
from clubs.policy.viewer import Viewer
from clubs.proposals.papers import Papers
from clubs.proposals.words import ACTS
from clubs.review.history import Entry, proposer_handle
from clubs.review.words import REASONS
from clubs.web.filters import day


@dataclass(frozen=True)
class Told:
    when: str
    who: str
    what: str
    words: str


def last_step(entries: Sequence[Entry]) -> int:
    """The number of the last step, as history.version counts it."""
    return max((one.number for one in entries if one.act is not Act.SAID), default=0)


_MANY = 8
_LATEST = 5


def folded(told: Sequence[Told]) -> tuple[Sequence[Told], Sequence[Told]]:
    """What is folded away, and what is shown: of a long conversation only the latest."""
    if len(told) <= _MANY:
        return (), told
    return told[:-_LATEST], told[-_LATEST:]


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
