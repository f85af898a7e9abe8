"""The history of one proposal, and what of it stands in the school's record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from clubs import clock
from clubs.audit import AuditAct
from clubs.models.review import Act, Proposal, Reason, Review

# What staff decide is recorded; what is said is not.
RECORDED = {
    Act.SPONSOR_ACCEPTED: AuditAct.SPONSOR_ACCEPTED,
    Act.DESIGNATED: AuditAct.SPONSOR_DESIGNATED,
    Act.ASKED: AuditAct.CHANGES_ASKED,
    Act.ACCEPTED: AuditAct.ACCEPTED,
    Act.DECLINED: AuditAct.DECLINED,
}


@dataclass(frozen=True)
class Recorded:
    """An entry for the school's record."""

    on_date: date
    staff_id: str
    act: AuditAct
    subject: str
    words: str


@dataclass
class History:
    """Entries from the day it began to the day it reached whoever acts now."""

    proposal: Proposal
    begun: date
    ended: date
    entries: list[Review] = field(default_factory=list)

    def add(
        self,
        act: Act,
        staff_id: str | None = None,
        words: str = "",
        *,
        as_sponsor: bool = False,
        reason: Reason | None = None,
    ) -> None:
        self.entries.append(
            Review(
                school_id=self.proposal.school_id,
                proposal_id=self.proposal.id,
                number=len(self.entries) + 1,
                staff_id=staff_id,
                as_sponsor=as_sponsor,
                act=act,
                reason=reason,
                on_date=self.begun,
                words=words,
            )
        )

    def rows(self, today: date) -> list[Review]:
        """The entries in time: what was done until it waited, what was only said since."""
        done = max(n for n, one in enumerate(self.entries) if one.act is not Act.SAID) + 1
        _spread(self.entries[:done], self.begun, self.ended)
        _spread(self.entries[done:], self.ended, today)
        return self.entries

    def recorded(self) -> Iterator[Recorded]:
        for entry in self.entries:
            if entry.act in RECORDED and entry.staff_id:
                words = entry.reason.value if entry.reason else ""
                subject = f"proposal:{entry.proposal_id}"
                act = RECORDED[entry.act]
                yield Recorded(entry.on_date, entry.staff_id, act, subject, words)


def _spread(entries: list[Review], first: date, last: date) -> None:
    days, steps = (last - first).days, max(1, len(entries) - 1)
    for place, entry in enumerate(entries):
        entry.on_date = first + clock.days(days * place // steps)
