"""The choices forms offer, as pairs of value and words."""

from clubs.directory.words import AUDIENCES, KINDS, STEPS
from clubs.models.clubs import Audience, ClubKind, PartOfDay, Step
from clubs.policy.permissions.deciding import may_propose
from clubs.policy.viewer import Viewer
from clubs.proposals.words import PARTS_OF_DAY, WEEKDAYS

Choices = list[tuple[str, str]]


def kinds() -> Choices:
    return [(one.value, str(KINDS[one])) for one in ClubKind]


def audiences(viewer: Viewer) -> Choices:
    """Only those the viewer may propose for."""
    return [
        (one.value, str(AUDIENCES[one])) for one in Audience if may_propose(viewer, one)
    ]


def steps() -> Choices:
    return [(one.value, str(STEPS[one])) for one in Step]


def parts_of_day() -> Choices:
    return [(one.value, str(PARTS_OF_DAY[one])) for one in PartOfDay]


def weekdays(none: str) -> Choices:
    return [("", none), *((str(day), str(word)) for day, word in enumerate(WEEKDAYS))]
