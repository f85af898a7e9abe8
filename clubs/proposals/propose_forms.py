"""The short pages on which a club is proposed: one form for each."""

from datetime import date

from flask_babel import gettext as _
from wtforms import (
    BooleanField,
    DateField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from clubs import belonging, clock
from clubs.models.clubs import RiskQuestion, Step
from clubs.proposals import limits
from clubs.proposals.fields import WordingForm, line, text, words
from clubs.proposals.words import RISKS
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l

_CHOOSE = _l("Please choose one.")
PILOT_WEEKS = 12


class KindForm(Form):
    kind = RadioField(
        _l("What kind of club is it?"),
        [InputRequired(_CHOOSE)],
        description=_l("The kind only gives you ideas to start from. It changes no rule."),
    )
    audience = RadioField(_l("Who is it for?"), [InputRequired(_CHOOSE)])


class AboutForm(WordingForm):
    """The texts of the page."""


class WhenForm(Form):
    part_of_day = RadioField(_l("When would you like to meet?"), [InputRequired(_CHOOSE)])
    weekday = SelectField(_l("On which day?"), [Optional()])
    pilot = BooleanField(_l("Start as a pilot"), default=True)
    review_on = DateField(
        _l("When do we look at how it goes?"),
        [Optional()],
        description=_l("A pilot can begin small. On this day you decide how to go on."),
    )
    capacity = IntegerField(
        _l("How many people can come?"),
        [
            Optional(),
            NumberRange(1, limits.PLACES, _l("Please give a number from 1 to 500.")),
        ],
        description=_l("Leave this empty if there is room for everybody."),
    )
    today: date

    def validate_pilot(self, field: Field) -> None:
        if field.data and not any(self.review_on.raw_data or ()):
            raise ValidationError(_("A pilot needs a day on which you look at it."))

    def validate_review_on(self, field: Field) -> None:
        last = self.today + clock.days(366)
        if self.pilot.data and field.data and not self.today < field.data <= last:
            raise ValidationError(_("Please choose a day within the next year."))


class PrivacyForm(Form):
    step = RadioField(_l("Who may know about it?"), [InputRequired(_CHOOSE)])
    no_list = BooleanField(
        _l("Keep no list at all"),
        description=_l(
            "For confidential and unlisted clubs: the site only recognises its members. "
            "Nobody, not even the sponsor, can list who they are."
        ),
    )

    def validate_no_list(self, field: Field) -> None:
        if field.data and self.step.data in (Step.OPEN, Step.PRIVATE):
            raise ValidationError(
                _("Only a confidential or an unlisted club can do without a list.")
            )


class SafetyForm(Form):
    """The risk check: a plan, never a name."""


for _question in RiskQuestion:
    setattr(SafetyForm, _question.value, text(RISKS[_question], limits.RISK))


class PeopleForm(Form):
    handle = line(
        _l("Your handle in this club"),
        belonging.HANDLE_LENGTH,
        _l("A name only for this club. Please not your own name, nor a nickname."),
    )
    sponsor = SelectField(
        _l("Which member of staff would you like as sponsor?"),
        [Optional(), Length(max=40)],
        description=_l("A sponsor stands by the club. Type to jump to a name."),
    )
    words = words(
        _l("Is there something the sponsor and the school should know?"), needed=False
    )


FORMS: dict[str, type[Form]] = {
    "kind": KindForm,
    "about": AboutForm,
    "when": WhenForm,
    "privacy": PrivacyForm,
    "safety": SafetyForm,
    "people": PeopleForm,
}
