"""Forms of the school's own pages."""

import re
from typing import Any

from wtforms import IntegerField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from clubs import clock
from clubs.school.services import SchoolSettings
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LONG = Length(max=2_000, message=_l("Write 2,000 characters at most."))
_NAME = Length(max=200, message=_l("Write 200 characters at most."))


def known_zone(_form: Form, field: Any) -> None:
    if not clock.zone_exists(field.data or ""):
        raise ValidationError(_l("There is no such time zone."))


class SettingsForm(Form):
    zone = Line(
        _l("Time zone"),
        [DataRequired(_l("Write the time zone.")), known_zone],
        description=_l("Such as America/Edmonton."),
    )
    accent = Line(
        _l("Colour"),
        [Optional()],
        description=_l(
            "Such as #1a6b5c. It is adjusted until everybody can read it; empty means ours."
        ),
    )
    decision_days = IntegerField(
        _l("Days for each step of a decision"),
        [
            InputRequired(_l("Write how many days.")),
            NumberRange(1, 30, _l("Between 1 and 30 days.")),
        ],
        description=_l("The same for every club, whatever it is about."),
    )
    trusted_adult = Text(
        _l("Who to turn to at school"),
        [Optional(), _LONG],
        description=_l("Shown to everybody under “Who to turn to now”."),
    )
    privacy_contact = Text(
        _l("Whom to ask about privacy"),
        [Optional(), _LONG],
        description=_l("Shown under “What could leak if…”."),
    )
    appeal_contact = Text(
        _l("Where to appeal"),
        [Optional(), _LONG],
        description=_l("Shown to those whose proposal was declined."),
    )

    def validate_accent(self, field: Line) -> None:
        field.data = (field.data or "").lower()
        if not _COLOUR.fullmatch(field.data):
            raise ValidationError(_l("Write a colour as # and six of 0–9 and a–f."))

    def as_settings(self) -> SchoolSettings:
        return SchoolSettings(
            zone=self.zone.data or "",
            accent=self.accent.data or None,
            decision_days=self.decision_days.data or 0,
            trusted_adult=self.trusted_adult.data or "",
            privacy_contact=self.privacy_contact.data or "",
            appeal_contact=self.appeal_contact.data or "",
        )


class SchoolForm(Form):
    name = Line(_l("Name of the school"), [DataRequired(_l("Write its name.")), _NAME])
    zone = Line(
        _l("Time zone"),
        [DataRequired(_l("Write the time zone.")), known_zone],
        description=_l("Such as America/Edmonton."),
    )
