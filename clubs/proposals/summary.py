"""What stands beside the questions, and the answers once more before they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from wtforms import BooleanField, DateField, Field, RadioField, SelectField

from clubs.directory.who_sees import in_one_line
from clubs.directory.words import STEPS
from clubs.models.clubs import ClubKind, Step
from clubs.policy.viewer import Viewer
from clubs.proposals.answers import Answers
from clubs.proposals.pages import form_of, pages_of
from clubs.proposals.starters import CHECKLIST, STARTERS
from clubs.proposals.step_table import step_table
from clubs.web.filters import day
from clubs.web.forms import lazy_words as _l

TITLES: dict[str, str] = {
    "kind": _l("What kind of club"),
    "about": _l("What its page says"),
    "when": _l("When it meets"),
    "privacy": _l("Who may know about it"),
    "safety": _l("The safety check"),
    "people": _l("You and the sponsor"),
}


@dataclass(frozen=True)
class Part:
    """One page of answers, as pairs of question and answer."""

    page: str
    title: str
    pairs: Sequence[tuple[str, str]]


def parts(viewer: Viewer, answers: Answers) -> list[Part]:
    return [_part(viewer, answers, page) for page in pages_of(answers)]


def _part(viewer: Viewer, answers: Answers, page: str) -> Part:
    form = form_of(viewer, page, answers)
    pairs = [
        (str(field.label.text), _said(field))
        for field in form
        if field.name != "csrf_token"
    ]
    return Part(page, str(TITLES[page]), pairs)


def _said(field: Field) -> str:
    if isinstance(field, RadioField | SelectField):
        said = {value: label for value, label, *_rest in field.iter_choices()}
        return str(said.get(field.data or "", ""))
    if isinstance(field, BooleanField):
        return _("Yes") if field.data else _("No")
    if isinstance(field, DateField):
        return day(field.data) if field.data else "–"
    return str(field.data) if field.data else "–"


def beside(viewer: Viewer, answers: Answers, page: str) -> dict[str, object]:
    """What a page shows beside its questions."""
    if page == "kind":
        return {"hints": [STARTERS[one].hint for one in ClubKind]}
    if page == "about":
        kind = answers.first("kind", "kind")
        known = kind in list(ClubKind)
        return {"starter": STARTERS[ClubKind(kind)] if known else None, "list": CHECKLIST}
    if page == "privacy":
        return {"steps": [(STEPS[one], in_one_line(one)) for one in Step], **step_table()}
    return {"who_sees": who_reads_the_handle(answers.first("privacy", "step"))}


def who_reads_the_handle(step: str) -> str:
    """Who learns who proposed it, in one line."""
    if step == Step.OPEN:
        return _(
            "The sponsor and the school read your handle here. Once the club runs, its "
            "members see your name, because the club is open."
        )
    return _(
        "The sponsor and the school read your handle and never your name. Please write "
        "nothing that tells who you are."
    )
