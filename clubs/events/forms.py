"""The forms of events: propose one, cancel one."""

from typing import Any

from wtforms import BooleanField, RadioField
from wtforms.validators import DataRequired, Length, Optional

from clubs.events.services import EventPlan
from clubs.models.events import EventAudience
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l
from clubs.web.when import WhenAndWhere


def _at_most(count: int) -> Length:
    return Length(max=count, message=_l("Use at most %(max)d characters."))


AUDIENCES = {
    EventAudience.STUDENTS: _l("Students"),
    EventAudience.SCHOOL: _l("Students and staff"),
    EventAudience.FAMILIES: _l("Students, staff and families"),
    EventAudience.COMMUNITY: _l("Everybody, the community too"),
}


class EventForm(WhenAndWhere):
    title = Line(_l("Title"), [DataRequired(_l("Give it a title.")), _at_most(100)])
    what = Text(
        _l("What happens"),
        [DataRequired(_l("Say what happens, in a few sentences.")), _at_most(1500)],
    )
    audience = RadioField(_l("Who it is for"), default=str(EventAudience.SCHOOL))
    outsider = Text(
        _l("Presenters or material from outside the school"), [Optional(), _at_most(500)]
    )
    outsider_approved = BooleanField(_l("The approval this needs has been given"))

    def __init__(self, zone: str, **given: Any) -> None:
        super().__init__(zone, **given)
        self.audience.choices = [(str(one), str(words)) for one, words in AUDIENCES.items()]

    def as_plan(self) -> EventPlan:
        starts, ends = self.times
        outsider = self.outsider.data or ""
        return EventPlan(
            title=self.title.data or "",
            what=self.what.data or "",
            on_date=self.day,
            starts=starts,
            ends=ends,
            place=self.place.data or "",
            audience=EventAudience(self.audience.data),
            outsider=outsider,
            outsider_approved=bool(outsider and self.outsider_approved.data),
        )


class CancelForm(Form):
    because = Line(_l("Why"), [DataRequired(_l("Say why, in a few words.")), _at_most(200)])
