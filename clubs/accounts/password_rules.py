"""Which passwords are refused, and why: length and guessing count, composition does not."""

from functools import cache

from flask_babel import gettext as _
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from clubs.accounts.passwords import normal

SHORTEST = 10
LONGEST = 128
_WORD_THAT_COUNTS = 3


class WeakPassword(Exception):
    """The password is refused; the sentence says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def check(password: str, known: tuple[str, ...]) -> None:
    """Raise WeakPassword if it is too short, too common, or holds a known word."""
    text = normal(password)
    if len(text) < SHORTEST:
        raise WeakPassword(
            _("Use %(count)s characters or more. Three words do well.", count=SHORTEST)
        )
    if len(text) > LONGEST:
        raise WeakPassword(_("Use %(count)s characters or fewer.", count=LONGEST))
    folded = text.casefold()
    if folded in _common() or len(set(folded)) <= 2:
        raise WeakPassword(_("Many people use this one, so it is quickly guessed."))
    if any(word in folded for word in _words(known)):
        raise WeakPassword(
            _("Leave out your name, your address and the name of this site.")
        )


@cache
def _common() -> frozenset[str]:
    """The commonest that are long enough for us: about a thousand."""
    everything: list[str] = FREQUENCY_LISTS["passwords"]
    return frozenset(one for one in everything if len(one) >= SHORTEST)


def _words(known: tuple[str, ...]) -> list[str]:
    parts = [part for one in known for part in (one, *one.split())]
    folded = [normal(part).casefold() for part in parts]
    return [part for part in folded if len(part) >= _WORD_THAT_COUNTS]
