"""When could we meet? The slots that suit most members, and where rooms are free."""

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.meetings.blueprint import bp
from clubs.meetings.suggesting import WEEKS, Suggestion, suggestions
from clubs.planning.reach import Share
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_plan_meetings
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@dataclass(frozen=True)
class Weekday:
    """A column: Monday is 0."""

    number: int
    name: str


@bp.get("/c/<club_id>/meetings/suggest")
@signed_in
def suggest(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_plan_meetings(viewer, club))
    found = suggestions(viewer, club)
    return render_template(
        "meetings/suggest.html",
        club=club,
        suggestions=found.slots,
        weekdays=_weekdays(found.slots),
        as_of=found.as_of,
        shares={
            Share.MOST: _("Most regular members can come"),
            Share.SOME: _("Some regular members can come"),
            Share.FEW: _("Few regular members can come"),
        },
        weeks=WEEKS,
    )


def _weekdays(found: list[Suggestion]) -> list[Weekday]:
    """Those on which there is anything to suggest, from Monday on."""
    firsts = {
        number: chance.first for one in found for number, chance in one.by_weekday.items()
    }
    return [
        Weekday(number, str(format_date(firsts[number], "EEEE")))
        for number in sorted(firsts)
    ]
