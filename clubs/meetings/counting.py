"""A form for each sitting in which heads can be counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.meetings.forms import HeadCountForm
from clubs.meetings.shown import Shown, SittingLine
from clubs.policy.permissions import meetings as may
from clubs.policy.viewer import Viewer
from clubs.web.filters import clock_time


@dataclass(frozen=True)
class Counted:
    """A sitting with its form."""

    sitting: SittingLine
    form: HeadCountForm


@dataclass(frozen=True)
class Counting:
    """One for each sitting; `sent` is the one that was filled in just now, if any."""

    sittings: Sequence[Counted]
    sent: Counted | None

    @property
    def status(self) -> int:
        return self.sent.form.status if self.sent else 200


def counting(viewer: Viewer, shown: Shown, sent_for: str | None = None) -> Counting:
    """Nothing for those who may not count. Without saying for which: for the first."""
    if not may.may_count_heads(viewer, shown.club, shown.meeting):
        return Counting([], None)
    sent_id = shown.held[0].id if sent_for == "" and shown.held else sent_for
    found = [Counted(one, _form(one, sent=one.id == sent_id)) for one in shown.held]
    if len(found) > 1:
        for one in found:
            name = one.sitting.name or clock_time(one.sitting.starts)
            one.form.number.label.text = _("How many came, %(sitting)s", sitting=name)
    return Counting(found, next((one for one in found if one.sitting.id == sent_id), None))


def _form(sitting: SittingLine, *, sent: bool) -> HeadCountForm:
    if sent:
        return HeadCountForm()
    return HeadCountForm(formdata=None, number=sitting.head_count)
