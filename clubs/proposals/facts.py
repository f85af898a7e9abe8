"""The facts of a proposed club, as pairs of name and value."""

from flask_babel import gettext as _

from clubs.directory.words import AUDIENCES, KINDS, STEPS, usually
from clubs.models.clubs import Club
from clubs.web.filters import day


def facts_of(club: Club) -> list[tuple[str, str]]:
    step = str(STEPS[club.step])
    if club.no_list:
        step = _("%(step)s, with no list at all", step=step)
    return [
        (_("Kind"), str(KINDS[club.kind])),
        (_("Who it is for"), str(AUDIENCES[club.audience])),
        (_("Usually meets"), usually(club.weekday, club.part_of_day) or _("Not yet known")),
        (_("Privacy"), step),
        (_("Pilot"), _pilot(club)),
        (_("Places"), str(club.capacity) if club.capacity else _("For everybody")),
    ]


def _pilot(club: Club) -> str:
    if club.review_on is None:
        return _("No, it starts for good")
    return _("Yes, until a look back on %(day)s", day=day(club.review_on))
