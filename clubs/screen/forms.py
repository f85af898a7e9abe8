"""The form of a new display."""

from wtforms.validators import DataRequired, Length

from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l


class ScreenForm(Form):
    name = Line(
        _l("Where it hangs"),
        [
            DataRequired(_l("Say where it hangs.")),
            Length(max=80, message=_l("Write 80 characters at most.")),
        ],
        description=_l("Such as “Main hallway”. Only the school’s admins read this."),
    )
