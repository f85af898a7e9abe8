"""Change the texts of a club's page, or the few facts that need no decision."""

from datetime import date

from flask_babel import gettext as _
from wtforms import DateField, Field, SelectField
from wtforms.validators import Optional, ValidationError

from clubs import clock
from clubs.models.clubs import Club, ClubState
from clubs.policy.viewer import Viewer
from clubs.proposals import choices
from clubs.proposals.fields import WordingForm
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l


class ReviseForm(WordingForm):
    """The texts as they would be."""


class FactsForm(Form):
    weekday = SelectField(_l("Usual day"), [Optional()])
    part_of_day = SelectField(_l("Usual time of day"), [Optional()])
    review_on = DateField(_l("When do we look at how the pilot goes?"), [Optional()])
    today: date

    def validate_review_on(self, field: Field) -> None:
        last = self.today + clock.days(366)
        if field.data and not self.today < field.data <= last:
            raise ValidationError(_("Please choose a day within the next year."))


def facts_form(viewer: Viewer, club: Club) -> FactsForm:
    part = club.part_of_day.value if club.part_of_day else ""
    day = "" if club.weekday is None else str(club.weekday)
    form = FactsForm(
        data={"weekday": day, "part_of_day": part, "review_on": club.review_on}
    )
    form.today = clock.today(viewer.zone)
    form.weekday.choices = choices.weekdays(_("Not yet known"))
    form.part_of_day.choices = [("", _("Not yet known")), *choices.parts_of_day()]
    if club.state is not ClubState.PILOT:
        del form.review_on
    return form
