"""What a viewer can do with a club, each as a link or as the reason why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from clubs.belonging import Standing
from clubs.models.clubs import Club, ClubState
from clubs.policy.ladder import WAY_IN, WayIn
from clubs.policy.permissions.deciding import may_revise
from clubs.policy.permissions.decision import Decision
from clubs.policy.permissions.feeds import may_see_calendar
from clubs.policy.permissions.joining import (
    may_answer_requests,
    may_join,
    may_join_without_code,
    may_make_codes,
    may_see_people,
)
from clubs.policy.permissions.running import (
    may_change_sponsors,
    may_hand_over,
    may_pause_or_close,
    may_reopen,
    may_run,
)
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Action:
    """A link; `kind` is the kind of button it looks like."""

    label: str
    url: str
    kind: str = "quiet"


@dataclass(frozen=True)
class Doing:
    """How one stands to a club in a sentence, and what one can do about it."""

    sentence: str
    actions: Sequence[Action]


def joining(viewer: Viewer, club: Club) -> Doing:
    """Coming in, waiting, leaving: always one of these, always in the same place."""
    mine = viewer.belonging_to(club.id)
    if mine is None:
        return _outside(viewer, club)
    leave = _to("membership.leave", club, _("Leave this club"))
    if mine.standing is Standing.ASKED:
        back = _to("membership.leave", club, _("Take it back"))
        return Doing(_("Your request is waiting for an answer."), [back])
    if mine.standing is Standing.WAITING:
        off = _to("membership.leave", club, _("Leave the waiting list"))
        return Doing(
            _("You are on the waiting list. You hear when it is your turn."), [off]
        )
    if mine.standing is Standing.OFFERED:
        take = _to("membership.join", club, _("Take the place"), "primary")
        off = _to("membership.leave", club, _("No, thank you"))
        return Doing(_("There is a place for you."), [take, off])
    if mine.offered_lead:
        lead = _to("membership.hand_over", club, _("Answer"), "primary")
        return Doing(_("You are asked to lead this club."), [lead, leave])
    return Doing(_("You belong to this club."), [leave])


def _outside(viewer: Viewer, club: Club) -> Doing:
    if club.id in viewer.sponsors:
        return Doing(_("You are this club’s sponsor."), [])
    decision = may_join_without_code(viewer, club)
    if decision:
        direct = WAY_IN[club.step] is WayIn.ONE_STEP
        label = _("Join this club") if direct else _("Ask to join")
        return Doing("", [_to("membership.join", club, label, "primary")])
    if may_join(viewer, club):
        code = Action(_("I have a code"), url_for("membership.use_code"))
        return Doing(str(decision.reason), [code])
    return Doing(str(decision.reason), [])


def running(viewer: Viewer, club: Club) -> list[Action]:
    """What the people of a club, and above all those who run it, can open."""
    return [action for allowed, action in _running(viewer, club) if allowed]


def _running(viewer: Viewer, club: Club) -> Iterator[tuple[Decision | bool, Action]]:
    run = may_run(viewer, club)
    requests = WAY_IN[club.step] is not WayIn.ONE_STEP and may_answer_requests(viewer, club)
    meets = viewer.sight_of(club).when and club.live
    yield meets, _to("meetings.of_club", club, _("All meetings"))
    calendar = _("Calendar to subscribe to")
    yield may_see_calendar(viewer, club), _to("feeds.club", club, calendar)
    yield may_see_people(viewer, club), _to("membership.people", club, _("People"))
    yield requests, _to("membership.requests", club, _("Requests to join"))
    yield (
        may_make_codes(viewer, club),
        _to("membership.codes", club, _("Joining codes")),
    )
    yield may_revise(viewer, club), _to("proposals.revise", club, _("Change this page"))
    yield run, _to("events.propose", club, _("Propose an event"))
    yield run, _to("membership.step", club, _("Who sees this club"))
    yield may_hand_over(viewer, club), _to("membership.hand_over", club, _("Hand over"))
    yield may_change_sponsors(viewer, club), _to("proposals.sponsors", club, _("Sponsors"))
    stop = may_pause_or_close(viewer, club) or may_reopen(viewer, club)
    paused = club.state is ClubState.PAUSED
    label = _("Go on or close") if paused else _("Pause or close")
    yield stop, _to("proposals.state", club, label)


def _to(endpoint: str, club: Club, label: str, kind: str = "quiet") -> Action:
    return Action(label, url_for(endpoint, club_id=club.id), kind)
