"""Handing over: offered by a leader, settled by whoever accepts."""

from dataclasses import replace

from flask_babel import gettext as _

from clubs import belonging
from clubs.belonging import Belonging, Role
from clubs.directory.loading import held
from clubs.membership.services.places import tell
from clubs.models.clubs import Club
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.running import may_hand_over
from clubs.policy.viewer import Viewer


def offer_lead(actor: Viewer, club: Club, ref: str, *, steps_down: bool) -> None:
    """Ask a member to lead; nothing changes until they accept."""
    people = belonging.in_club(held(club))
    leaderless = not any(one.leads for one in people)
    require(may_hand_over(actor, club, leaderless=leaderless))
    chosen = next((one for one in people if one.ref == ref), None)
    if chosen is None or not chosen.member or chosen.leads:
        raise TooLate(_("They cannot be asked any more. Look at the list again."))
    belonging.change(club, chosen, replace(chosen, offered_lead=True))
    mine = belonging.of_one(club, actor.person_id)
    if mine is not None and mine.leads:
        belonging.change(club, mine, replace(mine, steps_down=steps_down))
    tell(club, chosen, _("%(club)s asks you to lead.", club=club.name))


def take_back_offer(actor: Viewer, club: Club, ref: str) -> None:
    people = belonging.in_club(held(club))
    leaderless = not any(one.leads for one in people)
    require(may_hand_over(actor, club, leaderless=leaderless))
    chosen = next((one for one in people if one.ref == ref and one.offered_lead), None)
    if chosen is None:
        raise TooLate(_("This was answered meanwhile."))
    belonging.change(club, chosen, replace(chosen, offered_lead=False))
    _stay_on(club)


def answer_lead(actor: Viewer, club: Club, *, accept: bool) -> None:
    """Accept or decline to lead. Leaders who wished to then step down."""
    mine = belonging.of_one(held(club), actor.person_id)
    if mine is None or not mine.offered_lead:
        raise TooLate(_("Nobody asks you to lead at the moment."))
    role = Role.LEADER if accept else mine.role
    belonging.change(club, mine, replace(mine, role=role, offered_lead=False))
    if not accept:
        _stay_on(club)
        return
    for one in _stepping_down(club):
        belonging.change(club, one, replace(one, role=Role.MEMBER, steps_down=False))
        tell(club, one, _("%(club)s has a new leader.", club=club.name))


def _stay_on(club: Club) -> None:
    """When nobody is asked any more, whoever wanted to step down goes on leading."""
    if any(one.offered_lead for one in belonging.in_club(club)):
        return
    for one in _stepping_down(club):
        belonging.change(club, one, replace(one, steps_down=False))


def _stepping_down(club: Club) -> list[Belonging]:
    return [one for one in belonging.in_club(club) if one.steps_down]
