"""The school's yes or no to a group that asks for a room."""

from collections.abc import Callable

from flask_babel import gettext as _

from clubs import booking
from clubs.audit import AuditAct, record
from clubs.booking import RoomRequest
from clubs.planning.rooming import lose_rooms, tell_those_who_run
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.rooms import may_answer_room_requests
from clubs.policy.viewer import Viewer


def say_yes(actor: Viewer, request: RoomRequest, reason: str) -> None:
    """The room is theirs on all the days asked for. Raises TooLate."""
    _begin(actor, request, "accepted")
    _all_or_late(booking.give(request.booking_ids), request)

    def words(when: str) -> str:
        said = _(
            "The school says yes: %(room)s is yours on %(days)s.",
            room=request.room,
            days=when,
        )
        return f"{said} {reason}".strip()

    _tell(request, words)


def say_no(actor: Viewer, request: RoomRequest, reason: str) -> None:
    """The room is free again, and its meetings look for another. Raises TooLate."""
    _begin(actor, request, "declined")
    _all_or_late(booking.refuse(request.booking_ids), request)
    lose_rooms(request.sitting_ids, reason, refused=True)
    if request.event_id is not None:
        said = _("The school says no to %(room)s for your event:", room=request.room)
        _tell(request, lambda _when: f"{said} {reason}")


def _tell(request: RoomRequest, words: Callable[[str], str]) -> None:
    club = booking.club_of(request)
    tell_those_who_run(club.school_id, {club.id: request.days}, words)


def _begin(actor: Viewer, request: RoomRequest, answer: str) -> None:
    require(may_answer_room_requests(actor))
    said = f"{request.room}: {answer}"
    record(actor, AuditAct.ROOM_REQUEST_ANSWERED, f"room:{request.room_id}", said)


def _all_or_late(done: int, request: RoomRequest) -> None:
    if done < len(request.booking_ids):
        raise TooLate(_("This request has been answered or has changed."))
