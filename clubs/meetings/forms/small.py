"""The short forms of a meeting: its agenda, why it is off, its adult, how many came."""

from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, SelectField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from clubs.meetings.adults import Adults
from clubs.meetings.forms.fields import AGENDA, WholeNumber
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l


class EditForm(Form):
    agenda = Text(_l("Agenda"), AGENDA)


class CancelForm(Form):
    reason = Line(
        _l("Why"),
        [
            DataRequired(_l("Say why, in a few words.")),
            Length(max=160, message=_l("Use at most %(max)d characters.")),
        ],
    )
    later = BooleanField(_l("Cancel all later ones of this series as well"))


class EndForm(Form):
    """Nothing to say: only a button."""


class AdultForm(Form):
    """Who is there: a sponsor of the club, or somebody else of the staff for once."""

    adult = SelectField(_l("Who will be there"), default="")
    later = BooleanField(_l("At all later ones of this series as well"))

    def __init__(self, adults: Adults, **given: Any) -> None:
        super().__init__(**given)
        groups = {
            str(_("Nobody yet")): [("", str(_("Nobody is named")))],
            str(_("Sponsors of this club")): adults.sponsors,
            str(_("Other staff, as a substitute")): adults.others,
        }
        self.adult.choices = {label: names for label, names in groups.items() if names}


class HeadCountForm(Form):
    number = WholeNumber(
        _l("How many came"),
        [
            InputRequired(_l("Write a whole number.")),
            NumberRange(0, 2000, _l("Write a number from 0 to 2000.")),
        ],
    )
