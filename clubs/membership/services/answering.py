"""Answering those who ask, and removing somebody who belongs."""

from dataclasses import replace

from flask_babel import gettext as _

from clubs import belonging, notices
from clubs.belonging import Belonging, Standing
from clubs.directory.loading import held
from clubs.membership.services.places import (
    offer_free_places,
    standing_for_one_more,
    tell,
)
from clubs.models.clubs import Club, Step
from clubs.planning import gathering
from clubs.policy.ladder import wants_mail
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.joining import may_answer_requests, may_remove_this
from clubs.policy.viewer import Viewer


def say_yes(actor: Viewer, club: Club, ref: str) -> None:
    """Take somebody in, or put them on the waiting list where there is no place."""
    one = _asked(actor, club, ref)
    standing = standing_for_one_more(club)
    waits = standing is Standing.WAITING
    # Whoever asked first comes first on the waiting list, too.
    since = one.since if waits else None
    belonging.change(club, one, replace(one, standing=standing, note="", since=since))
    words = _("%(club)s would like you to come; you are on the waiting list.")
    tell(club, one, (words if waits else _("%(club)s says yes.")) % {"club": club.name})


def say_no(actor: Viewer, club: Club, ref: str, words: str) -> None:
    """Decline, leaving nothing but a notice only the asker can read."""
    one = _asked(actor, club, ref)
    belonging.end(club, one)
    _part(club, one, _("Your request to %(club)s was not accepted.", club=club.name), words)


def remove(actor: Viewer, club: Club, ref: str, words: str) -> None:
    """End somebody's belonging, for a reason only they are told."""
    one = belonging.by_ref(held(club), ref)
    if one is None:
        raise TooLate(_("They are not in this club any more."))
    require(may_remove_this(actor, club, one))
    belonging.end(club, one)
    gathering.leave_club(club, one)
    _part(club, one, _("You do not belong to %(club)s any more.", club=club.name), words)
    offer_free_places(club)


def _asked(actor: Viewer, club: Club, ref: str) -> Belonging:
    require(may_answer_requests(actor, held(club)))
    one = belonging.by_ref(club, ref)
    if one is None or one.standing is not Standing.ASKED:
        raise TooLate(_("This request was taken back or answered meanwhile."))
    return one


def _part(club: Club, one: Belonging, fact: str, words: str) -> None:
    if one.person_id is None or club.no_list:
        return
    notices.forget_club(club.school_id, one.person_id, club.id)
    # A link to an unlisted club would lead them to a page that is not there any more.
    about = None if club.step is Step.UNLISTED else club
    notices.tell(club.school_id, one.person_id, f"{fact} {words}".strip(), about)
    if wants_mail(club.step, said=one.reminders):
        notices.mail_update(club.school_id, [one.person_id])
