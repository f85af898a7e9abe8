"""What a proposal asks for, and on which grounds it is declined, in words."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from clubs.models.review import About, Reason

REASONS = {
    Reason.NO_SPONSOR: _l("No sponsor could be found"),
    Reason.NO_SPACE: _l("There is no room or time for it"),
    Reason.SAFETY_PLAN: _l("The safety plan is not ready"),
    Reason.DUPLICATE: _l("A club for the same thing is there already"),
    Reason.INCOMPLETE: _l("Something is missing"),
    Reason.LATE: _l("It came too late to be arranged"),
    Reason.OUTSIDE_SCHOOL: _l("It is run by people outside the school"),
}


def asks_for(about: About, club: str) -> str:
    """What a proposal asks for. Whoever reads it decides on the club, or is part of it."""
    return {
        About.CLUB: _("A new club"),
        About.CHANGE: _("A change of a page"),
        About.EVENT: _("An event of %(club)s", club=club),
    }[about]
