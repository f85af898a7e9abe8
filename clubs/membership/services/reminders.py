"""Mail about a club: switched on and off by each member for themself."""

from dataclasses import replace

from flask_babel import gettext as _

from clubs import belonging
from clubs.directory.loading import held
from clubs.models.clubs import Club
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.gathering import may_be_reminded
from clubs.policy.viewer import Viewer


def set_reminders(actor: Viewer, club: Club, *, on: bool) -> None:
    """Whether one is mailed before meetings of this club and when they change."""
    require(may_be_reminded(actor, held(club)))
    mine = belonging.of_one(club, actor.person_id)
    if mine is None or not mine.member:
        raise TooLate(_("You do not belong to this club any more."))
    belonging.change(club, mine, replace(mine, reminders=on))
