"""Some days, all of them or some hours of each, and a reason."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import DataRequired, Length, Optional

from clubs.booking import Span
from clubs.policy.viewer import Viewer
from clubs.rooms.queries import clubs_meant
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l
from clubs.web.when import Day, WallClock, day_mistake

REASON_LENGTH = 160
_MOST = _l("Use at most %(max)d characters.")


class BlockForm(Form):
    first_on = Day(_l("First day"))
    last_on = Day(_l("Last day"))
    starts = WallClock(_l("From"), [Optional()])
    ends = WallClock(_l("Until"), [Optional()])
    reason = Line(
        _l("Reason"),
        [
            DataRequired(_l("Say why, in a few words.")),
            Length(max=REASON_LENGTH, message=_MOST),
        ],
        description=_l("Such as “Exams”. Everybody at school may read it."),
    )
    stay = Text(
        _l("Clubs that may use it all the same"),
        [Optional(), Length(max=2_000, message=_MOST)],
        description=_l("Names, one on each line."),
    )

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.club_ids: list[str] = []
        super().__init__()

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether together they make sense."""
        if not super().validate(extra_validators):
            return False
        for field, sentence in (*self._day_mistakes(), *self._time_mistakes()):
            self.complain(field, sentence)
        meant = clubs_meant(self.viewer, (self.stay.data or "").splitlines())
        self.club_ids = meant.club_ids
        for sentence in meant.mistakes:
            self.complain(self.stay, sentence)
        return not self.errors

    def _day_mistakes(self) -> Iterator[tuple[Field, str]]:
        span = self.as_span()
        for field, day in ((self.first_on, span.first_on), (self.last_on, span.last_on)):
            if told := day_mistake(day, self.viewer.zone):
                yield field, told
        if span.last_on < span.first_on:
            yield self.last_on, _("The last day cannot be before the first.")

    def _time_mistakes(self) -> Iterator[tuple[Field, str]]:
        starts, ends = self.starts.data, self.ends.data
        if starts is None and ends is not None:
            yield self.starts, _("Say from when as well, or leave both empty.")
        elif ends is None and starts is not None:
            yield self.ends, _("Say until when as well, or leave both empty.")
        elif starts is not None and ends is not None and ends <= starts:
            yield self.ends, _("It has to end after it starts.")

    def as_span(self) -> Span:
        """The days and hours, once they are known to be some."""
        assert self.first_on.data is not None
        assert self.last_on.data is not None
        return Span(self.first_on.data, self.last_on.data, self.starts.data, self.ends.data)
