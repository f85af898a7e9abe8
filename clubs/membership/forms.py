"""What people send when they join, ask, answer, hand over or change a step."""

from typing import Any

from flask_babel import gettext as _
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SubmitField,
    ValidationError,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from clubs.belonging import HANDLE_LENGTH, NOTE_LENGTH, Commitment
from clubs.membership.handles import SHORTEST, holds_own_name
from clubs.membership.services.joining import Request
from clubs.membership.services.steps import RUNGS, Rung
from clubs.membership.words import COMMITMENTS
from clubs.policy.viewer import Viewer
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l

WORDS_LENGTH = 400
MOST_PLACES = 2000


class JoinForm(Form):
    commitment = RadioField(
        _l("How often will you come?"),
        coerce=Commitment,
        default=Commitment.SOMETIMES,
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commitment.choices = [(key, str(word)) for key, word in COMMITMENTS.items()]


class AskForm(JoinForm):
    """What one says about oneself. A handle that gives one's name away asks twice."""

    handle = Line(
        _l("The name you go by in this club"),
        [
            DataRequired(_l("Choose a name to go by, or take the one we suggest.")),
            Length(
                SHORTEST, HANDLE_LENGTH, _l("Use between %(min)d and %(max)d characters.")
            ),
        ],
        description=_l("A handle: any name that is not your own."),
    )
    own_name = BooleanField(_l("Yes, I want to go by my own name"))
    suggest = SubmitField(_l("Suggest a name"))
    note = Text(
        _l("Anything they should know?"),
        [
            Optional(),
            Length(max=NOTE_LENGTH, message=_l("Use at most %(max)d characters.")),
        ],
    )
    code = HiddenField()

    def __init__(self, viewer: Viewer, **given: Any) -> None:
        super().__init__(**given)
        self._viewer = viewer
        self.warned = bool(self.own_name.data)

    def validate_handle(self, field: Line) -> None:
        if not any(map(str.isalnum, field.data or "")):
            raise ValidationError(_("Use letters, so that people can say it."))
        if holds_own_name(self._viewer, field.data or "") and not self.own_name.data:
            self.warned = True
            raise ValidationError(
                _("This looks like your own name. Choose another, or tick the box below.")
            )

    @property
    def request(self) -> Request:
        handle, note = self.handle.data or "", self.note.data or ""
        return Request(handle, note, self.commitment.data)


class CodeForm(Form):
    code = Line(
        _l("Code"),
        [DataRequired(_l("Write down the code you were given."))],
        description=_l("Letters and figures, such as ABCD-EFGH-JKMN."),
    )


class Answer(Form):
    """One person's request, offer or answer; `yes` is which of the two buttons it was."""

    ref = HiddenField()
    yes = HiddenField()

    @property
    def says_yes(self) -> bool:
        return bool(self.yes.data == "1")


class AnswerRequest(Answer):
    words = Text(
        _l("Words for them"),
        [
            Optional(),
            Length(max=WORDS_LENGTH, message=_l("Use at most %(max)d characters.")),
        ],
        description=_l("Only they read this."),
    )


class RemoveForm(Form):
    ref = SelectField(_l("Who"), validate_choice=False)
    words = Text(
        _l("Why"),
        [
            DataRequired(_l("Say why; they will want to know.")),
            Length(max=WORDS_LENGTH, message=_l("Use at most %(max)d characters.")),
        ],
        description=_l("Only they read this."),
    )


class HandOverForm(Form):
    ref = RadioField(
        _l("Who could lead?"),
        [InputRequired(_l("Choose somebody."))],
        validate_choice=False,
    )
    steps_down = BooleanField(_l("I stop leading when they accept"))


class PlacesForm(Form):
    capacity = IntegerField(
        _l("How many can belong"),
        [
            Optional(),
            NumberRange(1, MOST_PLACES, _l("Use %(min)d to %(max)d, or nothing.")),
        ],
        description=_l("Leave this empty if everybody is welcome."),
    )


class NewCodeForm(Form):
    uses = IntegerField(
        _l("How many people may use it"),
        [InputRequired(_l("Say how many.")), NumberRange(1, 100)],
        default=1,
    )
    days = IntegerField(
        _l("How many days it works"),
        [InputRequired(_l("Say how many days.")), NumberRange(1, 90)],
        default=14,
    )


class StepForm(Form):
    to = SelectField(_l("Step"))

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.to.choices = [(one.key, one.key) for one in RUNGS]

    @property
    def rung(self) -> Rung:
        return next(one for one in RUNGS if one.key == self.to.data)
