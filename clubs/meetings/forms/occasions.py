"""In which slots or at which times, and where: what every plan and every move asks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.validators import Length
from wtforms.widgets import ListWidget, RadioInput

from clubs.booking import RoomLine, Stretch
from clubs.meetings.forms.fields import NeededSomewhere, Ticks
from clubs.meetings.offer import Offer
from clubs.meetings.words import days_in_words, not_available, room_words, slot_words
from clubs.planning.occasion import Occasion
from clubs.timetable import Timetable
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l
from clubs.web.when import PLACE_LENGTH, WallClock, time_is_over


class OccasionForm(Form):
    """Slots or times of its own; a room of the list or another place."""

    slots = Ticks(_l("When in the day"))
    starts = WallClock(_l("From"), [NeededSomewhere()])
    ends = WallClock(_l("Until"), [NeededSomewhere()])
    room = SelectField(_l("Room"), default="")
    place = Line(
        _l("Where"),
        [Length(max=PLACE_LENGTH, message=_l("Use at most %(max)d characters."))],
    )

    def __init__(self, offer: Offer, **given: Any) -> None:
        self.offer = offer
        super().__init__(**given)
        self.slots.choices = [(one.id, slot_words(one)) for one in offer.slots]
        self.room.choices = [_elsewhere(), *_room_choices(offer.rooms)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether together they make sense."""
        if not super().validate(extra_validators):
            return False
        for field, sentence in self.mistakes():
            self.complain(field, sentence)
        return not self.errors

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        """What is wrong with times and place, as field and sentence."""
        starts, ends = self.starts.data, self.ends.data
        if self.slots.data:
            if starts or ends:
                yield self.starts, _("Leave the times empty, or untick what is above.")
        elif starts is None:
            yield self._times_first, _("Say when it begins.")
        elif ends is None:
            yield self.ends, _("Say when it ends.")
        elif ends <= starts:
            yield self.ends, _("It has to end after it starts.")
        if not self.room.data and not self.place.data:
            yield self.place, _("Say where.")

    @property
    def _times_first(self) -> Field:
        """Where to look first for what is missing: at the slots, if there are any."""
        return self.slots if self.slots.choices else self.starts

    @property
    def own_times(self) -> tuple[time, time] | None:
        if self.slots.data or self.starts.data is None or self.ends.data is None:
            return None
        return self.starts.data, self.ends.data

    def stretches(self, days: Sequence[date], timetable: Timetable) -> list[Stretch]:
        """When the room is wanted; a slot that a day does not have wants nothing."""
        if self.own_times:
            return [Stretch(day, *self.own_times) for day in days]
        return [
            Stretch(day, slot.starts, slot.ends)
            for day in days
            for slot in timetable.slots_on(day)
            if slot.id in (self.slots.data or ())
        ]

    def time_mistake(
        self, days: Sequence[date], timetable: Timetable
    ) -> tuple[Field, str] | None:
        """Why it cannot be at this time: no day has it, or the first time is over."""
        found = self.stretches(days, timetable)
        if not found:
            said = days_in_words(days[:1]) if len(days) == 1 else _("any of these days")
            return self.slots, _("There is no such time on %(day)s.", day=said)
        first = min(found)
        if time_is_over(first.on_date, first.starts, self.offer.zone):
            late = self.starts if self.own_times else self.slots
            return late, _("That time is over already. Choose a later one.")
        return None

    def refuse_room(self, days: list[date], free: list[RoomLine]) -> None:
        """The room cannot be had: say on which days, and offer what is free on all."""
        room = self.offer.room(self.room.data)
        self.complain(self.room, not_available(room.name if room else "", days))
        like = sorted(free, key=lambda one: room is not None and one.kind is not room.kind)
        self.room.choices = [*_room_choices(like), _elsewhere()]
        self.room.data = None if free else ""
        self.room.label.text = _("Rooms that are free then")
        self.room.widget = ListWidget(prefix_label=False)
        self.room.option_widget = RadioInput()

    def as_occasion(self) -> Occasion:
        starts, ends = self.own_times or (None, None)
        room_id = self.room.data or None
        return Occasion(
            slot_ids=tuple(self.slots.data or ()),
            starts=starts,
            ends=ends,
            room_id=room_id,
            place="" if room_id else self.place.data or "",
        )


def _elsewhere() -> tuple[str, str]:
    return "", str(_("No room from the list"))


def _room_choices(rooms: Iterable[RoomLine]) -> list[tuple[str, str]]:
    return [(one.id, room_words(one)) for one in rooms]
