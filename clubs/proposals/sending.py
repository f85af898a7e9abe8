"""From the checked answers of all pages to what is proposed."""

from clubs.models.clubs import Audience, ClubKind, PartOfDay, RiskQuestion, Step
from clubs.policy.viewer import Viewer
from clubs.proposals.answers import Answers
from clubs.proposals.pages import form_of, pages_of
from clubs.proposals.services import NewClub, Texts
from clubs.web.forms import Form


def texts_of(form: Form) -> Texts:
    """The texts of a wording form."""
    data = form.data
    return Texts(data["name"], data["focus"], data["purpose"], data["first_meeting"])


def new_club(viewer: Viewer, answers: Answers) -> NewClub:
    """What is proposed. Only for answers without mistakes."""
    forms = {page: form_of(viewer, page, answers) for page in pages_of(answers)}
    kind, when = forms["kind"].data, forms["when"].data
    privacy, people = forms["privacy"].data, forms["people"].data
    risk = forms["safety"].data if "safety" in forms else {}
    return NewClub(
        kind=ClubKind(kind["kind"]),
        audience=Audience(kind["audience"]),
        texts=texts_of(forms["about"]),
        part_of_day=PartOfDay(when["part_of_day"]),
        weekday=int(when["weekday"]) if when["weekday"] else None,
        review_on=when["review_on"] if when["pilot"] else None,
        capacity=when["capacity"],
        step=Step(privacy["step"]),
        no_list=privacy["no_list"],
        risk={RiskQuestion(name): risk[name] for name in risk if name != "csrf_token"},
        handle=people["handle"],
        sponsor_id=people["sponsor"] or None,
        words=people["words"] or "",
    )
