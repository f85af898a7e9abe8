"""What a kind of club starts with: a hint, a checklist, a first agenda, ideas. No rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from clubs.models.clubs import ClubKind
from clubs.web.forms import lazy_words as _l


@dataclass(frozen=True)
class Starter:
    """Offered, never asked for: a kind changes nothing a club may do."""

    hint: str
    ideas: Sequence[str]
    agenda: Sequence[str]


# The same for every kind: what has made clubs last.
CHECKLIST = (
    _l("Two or three people who will come every time."),
    _l("A member of staff you trust, or ask us to find one."),
    _l("A day and a place people can get to."),
    _l("One sentence that says who is welcome."),
    _l("A plan for the first meeting, and for the one after it."),
)

_WELCOME = _l("Welcome, and who to turn to")
_NAMES = _l("Names or handles, as each one likes")
_PROMISE = _l("What we promise each other")
_NEXT = _l("What we do next time, and who brings what")

STARTERS = {
    ClubKind.ALLIANCE: Starter(
        _l("For queer students and friends: a place to be yourself and to be backed up."),
        (_l("A film and talk"), _l("Pink Shirt Day"), _l("Letters to our younger selves")),
        (_WELCOME, _NAMES, _PROMISE, _l("One good thing this week"), _NEXT),
    ),
    ClubKind.INCLUSION: Starter(
        _l("With and for students with disabilities: do things together."),
        (_l("Adapted sports"), _l("A map of quiet places"), _l("Lunch buddies")),
        (_WELCOME, _NAMES, _l("What helps me join in"), _l("A game for all"), _NEXT),
    ),
    ClubKind.SOCIAL: Starter(
        _l("Games, films, making things, conversation: nobody has to sit alone."),
        (_l("Board games"), _l("A film in parts"), _l("Cooking from home")),
        (_WELCOME, _NAMES, _l("A game with easy rules"), _NEXT),
    ),
    ClubKind.JUSTICE: Starter(
        _l("For people who want to change something that is not fair."),
        (_l("A speaker"), _l("A poster wall"), _l("A letter to the council")),
        (_WELCOME, _NAMES, _l("What bothers us most"), _l("Choose one thing"), _NEXT),
    ),
    ClubKind.CULTURE: Starter(
        _l("For people who share a culture or language, or are new here."),
        (_l("A meal"), _l("Language exchange"), _l("A tour of the school")),
        (_WELCOME, _NAMES, _l("A word from home"), _l("What is new to us here"), _NEXT),
    ),
    ClubKind.INTEREST: Starter(
        _l("For people who love the same thing, whatever it is."),
        (_l("Show and tell"), _l("A small contest"), _l("Teach each other")),
        (_WELCOME, _NAMES, _l("Try it out together"), _NEXT),
    ),
    ClubKind.CAREGIVERS: Starter(
        _l("For parents and caregivers who are in a like situation."),
        (_l("An evening with a guest"), _l("A walk"), _l("A shared reading list")),
        (_WELCOME, _NAMES, _PROMISE, _l("What brought me here"), _NEXT),
    ),
    ClubKind.COMMITTEE: Starter(
        _l("Students, caregivers and staff who work on one question together."),
        (_l("A survey"), _l("A walk through the school"), _l("A draft to discuss")),
        (_WELCOME, _NAMES, _l("Our question in one sentence"), _l("Who does what"), _NEXT),
    ),
}
