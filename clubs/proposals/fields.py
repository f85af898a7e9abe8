"""Fields several forms of this feature share, with their limits and hints."""

from wtforms.validators import DataRequired, Length, Optional

from clubs.proposals import limits
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l


def line(label: str, most: int, hint: str = "") -> Line:
    return Line(label, [_needed(), _length(most)], description=hint)


def text(label: str, most: int, hint: str = "", *, needed: bool = True) -> Text:
    check = _needed() if needed else Optional()
    return Text(label, [check, _length(most)], description=hint, render_kw={"rows": 5})


def _needed() -> DataRequired:
    return DataRequired(_l("Please write something here."))


def _length(most: int) -> Length:
    return Length(max=most, message=_l("Please use at most %(max)d characters."))


def words(label: str, hint: str = "", *, needed: bool = True) -> Text:
    """What one person writes to another about a proposal."""
    return text(label, limits.WORDS, hint, needed=needed)


class WordingForm(Form):
    """The texts of a club's page."""

    name = line(
        _l("Name of the club"),
        limits.NAME,
        _l("Other clubs may have a like name. That is fine."),
    )
    focus = line(_l("What it is about, in a few words"), limits.FOCUS)
    purpose = text(
        _l("What it is for"),
        limits.PURPOSE,
        _l("Who is welcome, and what will be good about it? Please name nobody."),
    )
    first_meeting = text(
        _l("What a first meeting looks like"),
        limits.FIRST_MEETING,
        _l("Somebody new reads this to find out what to expect."),
    )
