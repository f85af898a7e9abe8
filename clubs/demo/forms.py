"""Which persona somebody wants to be."""

from wtforms.validators import DataRequired, Length

from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l


class PersonaForm(Form):
    persona = Line(
        _l("Person"),
        [
            DataRequired(_l("Choose one of the people on this page.")),
            Length(max=40, message=_l("Choose one of the people on this page.")),
        ],
    )
