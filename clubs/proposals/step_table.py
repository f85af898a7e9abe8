"""The four steps side by side: who sees what, computed from the ladder."""

from flask_babel import gettext as _

from clubs.directory.who_sees import PEOPLE, WAYS_IN
from clubs.directory.words import STEPS
from clubs.models.clubs import Step
from clubs.policy.ladder import WAY_IN, Eye, sight


def step_table() -> dict[str, object]:
    """Columns and rows for a tick table."""
    columns = [_("What"), *(str(STEPS[one]) for one in Step)]
    return {"columns": columns, "rows": [_row(*one) for one in _questions()]}


def _questions() -> list[tuple[str, Eye, str]]:
    return [
        (_("Students and staff find it"), Eye.CLASSMATE, "finds"),
        (_("Caregivers find its name"), Eye.CAREGIVER, "finds"),
        (_("Caregivers read its page"), Eye.CAREGIVER, "page"),
        (_("Everybody sees when and where it meets"), Eye.CLASSMATE, "when"),
        (_("Members see of each other"), Eye.MEMBER, "people"),
        (_("Leaders and the sponsor see of members"), Eye.SPONSOR, "people"),
        (_("Admins see of members"), Eye.ADMIN, "people"),
        (_("How one joins"), Eye.CLASSMATE, "way_in"),
    ]


def _row(words: str, eye: Eye, what: str) -> tuple[str, list[object]]:
    return words, [_value(step, eye, what) for step in Step]


def _value(step: Step, eye: Eye, what: str) -> object:
    if what == "way_in":
        return str(WAYS_IN[WAY_IN[step]])
    seen = sight(step, eye)
    return str(PEOPLE[seen.people]) if what == "people" else getattr(seen, what)
