"""The way through the pages of a proposal: which there are, and what is filled in."""

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from clubs import belonging, clock
from clubs.models.clubs import Step
from clubs.policy.viewer import Viewer
from clubs.proposals import choices, queries
from clubs.proposals.answers import Answers
from clubs.proposals.propose_forms import (
    FORMS,
    PILOT_WEEKS,
    KindForm,
    PeopleForm,
    PrivacyForm,
    WhenForm,
)
from clubs.web.forms import Form

CHECK = "check"


def pages_of(answers: Answers) -> list[str]:
    """All pages; an open club has nothing to hide and needs no risk check."""
    is_open = answers.first("privacy", "step") == Step.OPEN
    return [page for page in FORMS if page != "safety" or not is_open]


def page_after(answers: Answers, page: str) -> str:
    pages = pages_of(answers)
    unseen = [one for one in pages if one not in answers.pages]
    later = pages[pages.index(page) + 1 :]
    return unseen[0] if unseen else (CHECK if _complete(answers) else later[0])


def page_before(answers: Answers, page: str) -> str:
    pages = pages_of(answers)
    return pages[max(pages.index(page) - 1, 0)] if page in pages else pages[-1]


def _complete(answers: Answers) -> bool:
    return all(page in answers.pages for page in pages_of(answers))


def form_of(viewer: Viewer, page: str, answers: Answers) -> Form:
    """The form of a page, with what was answered before, or with what it begins with."""
    typed = answers.pages.get(page)
    given: MultiDict[str, str] | None = None if typed is None else MultiDict(typed)
    form = FORMS[page](formdata=given, data=_beginning(viewer, page))
    _offer(viewer, form)
    return form


def _beginning(viewer: Viewer, page: str) -> dict[str, object]:
    if page == "when":
        later = clock.today(viewer.zone) + clock.days(7 * PILOT_WEEKS)
        return {"pilot": True, "review_on": later, "part_of_day": "lunch"}
    if page == "privacy":
        return {"step": Step.CONFIDENTIAL.value}
    return {"handle": belonging.fresh_handle()} if page == "people" else {}


def _offer(viewer: Viewer, form: Form) -> None:
    """Fill in the choices this viewer has."""
    if isinstance(form, KindForm):
        form.kind.choices = choices.kinds()
        form.audience.choices = choices.audiences(viewer)
    elif isinstance(form, WhenForm):
        form.today = clock.today(viewer.zone)
        form.part_of_day.choices = choices.parts_of_day()
        form.weekday.choices = choices.weekdays(_("It does not matter"))
    elif isinstance(form, PrivacyForm):
        form.step.choices = choices.steps()
    elif isinstance(form, PeopleForm):
        form.sponsor.choices = [("", _("Please find us one")), *queries.staff(viewer)]


def first_with_mistakes(viewer: Viewer, answers: Answers) -> tuple[str, Form] | None:
    """The first page that cannot be sent as it is, with what is wrong on it."""
    for page in pages_of(answers):
        form = form_of(viewer, page, answers)
        if not form.validate() or page not in answers.pages:
            return page, form
    return None
