"""What one writes to take a step with a proposal."""

from flask_babel import gettext as _
from wtforms import BooleanField, HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from clubs.models.review import About
from clubs.policy.permissions.deciding import reasons_to_decline
from clubs.policy.viewer import Viewer
from clubs.proposals import queries
from clubs.proposals.checklist import CHECKLIST
from clubs.proposals.fields import WordingForm, words
from clubs.proposals.papers import Papers
from clubs.review.words import REASONS
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l

_CHOOSE = _l("Please choose one.")


class StepForm(Form):
    """`seen` is the number of the last step on the page: nobody acts on an old one."""

    seen = HiddenField()

    def suit(self, viewer: Viewer, papers: Papers) -> None:
        """Fill in the choices for this proposal."""


class SayForm(StepForm):
    words = words(_l("Write to the others"))


class OptionalWordsForm(StepForm):
    words = words(_l("Words to go with it"), needed=False)


class QuestionForm(StepForm):
    words = words(
        _l("What should be changed or answered?"),
        _l("Say what would make it possible, not only what is wrong."),
    )


class SureForm(StepForm):
    """Nothing to fill in."""


class AppealForm(StepForm):
    words = words(_l("Why should the school look again?"))


class SponsorDeclineForm(StepForm):
    words = words(_l("Why not?"), _l("The proposer reads this. A kind sentence is enough."))
    other = SelectField(
        _l("Do you know somebody who might?"),
        [Optional()],
        description=_l("They are asked next. Otherwise the school looks for somebody."),
    )

    def suit(self, viewer: Viewer, papers: Papers) -> None:
        if papers.proposal.about is not About.CLUB:
            del self.other
            return
        here = frozenset(one.person_id for one in papers.stands)
        self.other.choices = [("", _("I know nobody")), *queries.staff(viewer, here)]


class DesignateForm(StepForm):
    sponsor = SelectField(_l("Whom do you ask?"), [InputRequired(_CHOOSE)])

    def suit(self, viewer: Viewer, papers: Papers) -> None:
        self.sponsor.choices = [("", _("Choose somebody")), *queries.staff(viewer)]


class AcceptForm(StepForm):
    checklist = SelectMultipleField(
        _l("The same list for every proposal"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description=_l("Tick each one. If you can't, ask for a change instead."),
    )
    words = words(_l("Words to go with it"), needed=False)

    def suit(self, viewer: Viewer, papers: Papers) -> None:
        self.checklist.choices = list(CHECKLIST.items())

    def validate_checklist(self, field: SelectMultipleField) -> None:
        if set(field.data or ()) != set(CHECKLIST):
            raise ValidationError(
                _("Please tick everything on the list, or ask for a change.")
            )


class DeclineForm(StepForm):
    reason = RadioField(_l("On which ground?"), [InputRequired(_CHOOSE)])
    words = words(
        _l("What does the proposer need to know?"),
        _l("They can propose again or appeal, so say what would have to be different."),
    )

    def suit(self, viewer: Viewer, papers: Papers) -> None:
        fitting = reasons_to_decline(papers.club.kind)
        self.reason.choices = [(one.value, str(REASONS[one])) for one in fitting]


class AnswerForm(StepForm):
    words = words(_l("Your answer"))


class AnswerWithTextsForm(WordingForm, StepForm):
    """An answer that may come with other texts."""

    words = words(_l("Your answer"))


class SponsorForm(Form):
    sponsor = SelectField(_l("Whom do you ask?"), [InputRequired(_CHOOSE)])


class StateForm(Form):
    """One of the few changes of a club's state; closing wants to be meant."""

    go = HiddenField()
    sure = BooleanField(_l("Yes, close this club"))
