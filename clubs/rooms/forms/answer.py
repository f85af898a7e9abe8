"""The school's yes or no to a group that asks for a room."""

from flask_babel import gettext as _
from wtforms import HiddenField
from wtforms.validators import Length

from clubs.rooms.forms.block import REASON_LENGTH
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l


class AnswerForm(Form):
    """`seen` is how many bookings the page showed, so that no more are answered."""

    seen = HiddenField()
    answer = HiddenField()
    reason = Line(
        _l("A word with it"),
        [Length(max=REASON_LENGTH, message=_l("Use at most %(max)d characters."))],
        description=_l("Needed for a no."),
    )

    def validate_reason(self, field: Line) -> None:
        if self.answer.data != "yes" and not field.data:
            self.complain(field, _("Say why, in a few words."))
