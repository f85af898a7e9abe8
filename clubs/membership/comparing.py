"""What another step would change, side by side with now (from the policy)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs.directory import who_sees
from clubs.directory.words import STEPS
from clubs.membership.services.steps import RUNGS, Rung, rung_of
from clubs.models.clubs import Club
from clubs.policy.permissions.running import may_loosen, may_tighten
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Shown:
    """One rung as a page shows it."""

    key: str
    name: str
    rows: Sequence[who_sees.Row]
    way_in: str
    kept: str
    mail: str
    no_list: bool


@dataclass(frozen=True)
class Change:
    """A rung one might move to, and whether that takes notice."""

    to: Shown
    at_once: bool


@dataclass(frozen=True)
class Coming:
    """A loosening that is under way."""

    to: Shown
    on: date


def shown(rung: Rung) -> Shown:
    return Shown(
        rung.key,
        _name(rung),
        who_sees.table_for(rung.step, no_list=rung.no_list),
        who_sees.way_in(rung.step),
        who_sees.what_is_kept(rung.step, no_list=rung.no_list),
        who_sees.what_mail_says(rung.step),
        rung.no_list,
    )


def choices(viewer: Viewer, club: Club) -> list[tuple[str, str]]:
    """The rungs this viewer may bring the club to."""
    return [
        (rung.key, _name(rung))
        for rung in RUNGS
        if rung != rung_of(club) and _may(viewer, club, rung)
    ]


def change(viewer: Viewer, club: Club, key: str) -> Change | None:
    """What would change on this rung; None if it is none of the viewer's choices."""
    if key not in dict(choices(viewer, club)):
        return None
    rung = next(one for one in RUNGS if one.key == key)
    at_once = may_tighten(viewer, club, rung.step, no_list=rung.no_list)
    return Change(shown(rung), bool(at_once))


def coming(club: Club) -> Coming | None:
    if club.loosen_to is None or club.loosen_on is None:
        return None
    return Coming(shown(Rung(club.loosen_to, club.loosen_no_list)), club.loosen_on)


def _may(viewer: Viewer, club: Club, rung: Rung) -> bool:
    tighter = may_tighten(viewer, club, rung.step, no_list=rung.no_list)
    return bool(tighter or may_loosen(viewer, club))


def _name(rung: Rung) -> str:
    name = str(STEPS[rung.step])
    return _("%(step)s, without a list", step=name) if rung.no_list else name
