"""What a club from a list needs before anybody can decide on it."""

from flask_babel import gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from clubs.proposals.propose_forms import PrivacyForm
from clubs.web.forms import lazy_words as _l


class DraftForm(PrivacyForm):
    sponsor = SelectField(
        _l("Which member of staff do you ask to sponsor it?"), [Optional()]
    )

    def offer(
        self, staff: list[tuple[str, str]], steps: list[tuple[str, str]]
    ) -> "DraftForm":
        self.step.choices = steps
        self.sponsor.choices = [("", _("Nobody yet")), *staff]
        return self
