"""What all forms share: trimmed words, a status for mistakes, safe lengths."""

import unicodedata
from typing import Any, cast

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField


def lazy_words(text: str, **values: object) -> str:
    """Words that turn into the reader's language when shown; WTForms takes them for text.

    Import it as `_l`, so that the translations find what it says.
    """
    return cast(str, lazy_gettext(text, **values))


def tidy_line(value: str | None) -> str:
    """One line: no control characters, single spaces, composed letters."""
    return " ".join(tidy_text(value).split())


def tidy_text(value: str | None) -> str:
    """Several lines, without control characters and marks that turn text around."""
    text = unicodedata.normalize("NFC", value or "")
    text = text.replace("\r\n", "\n").replace("\t", " ").strip()
    return "".join(one for one in text if one == "\n" or not _unseen(one))


def _unseen(one: str) -> bool:
    # Joiners stay: Persian and many emoji need them. What turns text around goes.
    return unicodedata.category(one) in _UNSEEN or one in _TURNS_AROUND


_UNSEEN = ("Cc", "Cs", "Co", "Cn")
_TURNS_AROUND = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


class Line(StringField):
    """A line of text, tidied. One that was not sent at all is empty."""

    def process_data(self, value: str | None) -> None:
        self.data = value or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = tidy_line(valuelist[0]) if valuelist else self.data


class Text(TextAreaField):
    """A longer text, tidied."""

    def process_data(self, value: str | None) -> None:
        self.data = value or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = tidy_text(valuelist[0]) if valuelist else self.data


class Form(FlaskForm):
    """A form of ours. Only its fields are read, whatever else is sent."""

    @property
    def status(self) -> int:
        """422 for a page that shows mistakes, else 200."""
        return 422 if self.errors else 200

    def complain(self, field: Field, sentence: str) -> None:
        """Add a mistake only the service could find."""
        field.errors = [*field.errors, sentence]
