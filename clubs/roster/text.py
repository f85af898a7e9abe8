"""Cleaning text that came from somebody else's system."""

import re
import unicodedata

# Marks that turn the direction of what follows, which can make one name look like
# another. Joiners (U+200C, U+200D) stay: Persian and Indic names are written with them.
TURNING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
ADDRESS = re.compile(r"[!-?A-~]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
NOT_IN_ADDRESS = re.compile(r'[\s<>()\[\]",;:\\]')


def one_line(text: str) -> str:
    """The text in NFC, without control or turning marks, blanks single and trimmed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = TURNING.sub("", text)
    printable = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in kept
    )
    return " ".join(unicodedata.normalize("NFC", printable).split())


def address(text: str) -> str | None:
    """The e-mail address in lower case, or None when it isn't one.

    Addresses under `.local` and the like are real in schools, so only the shape counts.
    """
    trimmed = text.strip()
    if len(trimmed) > 254 or NOT_IN_ADDRESS.search(trimmed):
        return None
    return trimmed.lower() if ADDRESS.fullmatch(trimmed) else None


def unstorable(text: str) -> bool:
    """Whether the text holds what no database takes: NUL or half a character."""
    return any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)
