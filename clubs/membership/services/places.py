"""Places in a club, and the waiting list. Call only while the club is held."""

from dataclasses import replace

from flask_babel import gettext as _

from clubs import belonging, notices
from clubs.belonging import Belonging, Standing
from clubs.directory.loading import held
from clubs.models.clubs import Club
from clubs.policy.ladder import wants_mail
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_set_places
from clubs.policy.viewer import Viewer

_TAKES_A_PLACE = (Standing.MEMBER, Standing.OFFERED)


def standing_for_one_more(club: Club) -> Standing:
    """A member where there is a place and nobody waits for it; else the waiting list."""
    offer_free_places(club)
    people = belonging.in_club(club)
    waits = any(one.standing is Standing.WAITING for one in people)
    full = club.capacity is not None and _taken(people) >= club.capacity
    return Standing.WAITING if full or waits else Standing.MEMBER


def offer_free_places(club: Club) -> None:
    """Offer each free place to whoever has waited longest."""
    people = belonging.in_club(club)
    waiting = [one for one in people if one.standing is Standing.WAITING]
    free = len(people) if club.capacity is None else club.capacity - _taken(people)
    # in_club's order puts leaders first; nobody who waits leads, so this one is fair.
    for one in waiting[: max(free, 0)]:
        belonging.change(club, one, replace(one, standing=Standing.OFFERED))
        tell(club, one, _("%(club)s has a place for you.", club=club.name))


def set_capacity(actor: Viewer, club: Club, capacity: int | None) -> None:
    """Say how many can belong. More places go to those who wait; fewer put nobody out."""
    require(may_set_places(actor, held(club)))
    club.capacity = capacity
    offer_free_places(club)


def tell(club: Club, one: Belonging, words: str) -> None:
    """A notice to somebody who belongs, and a mail if they want any.

    Where a club keeps no list nothing is kept about anybody: they see it on their pages.
    """
    if one.person_id is None or club.no_list:
        return
    notices.tell(club.school_id, one.person_id, words, club)
    if wants_mail(club.step, said=one.reminders):
        notices.mail_update(club.school_id, [one.person_id])


def _taken(people: list[Belonging]) -> int:
    return sum(one.standing in _TAKES_A_PLACE for one in people)
