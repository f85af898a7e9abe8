"""The steps a proposal can take, as one table: who may, what it asks, what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from clubs.models.review import About, Reason
from clubs.policy.permissions import deciding as may
from clubs.policy.permissions.decision import Decision
from clubs.policy.viewer import Viewer
from clubs.proposals import answering, forms
from clubs.proposals.papers import Papers
from clubs.review import deciding
from clubs.web.forms import lazy_words as _l


@dataclass(frozen=True)
class Deed:
    """`own_page`: too long for the proposal's page, so only a link stands there."""

    key: str
    label: str
    about: str
    done: str
    allowed: Callable[[Viewer, "Papers"], Decision]
    form: type[forms.StepForm]
    perform: Callable[[Viewer, Papers, forms.StepForm], None]
    kind: str = "quiet"
    own_page: bool = False
    leaves: bool = False


def _if(rule: Callable[..., Decision]) -> Callable[[Viewer, Papers], Decision]:
    return lambda viewer, papers: rule(viewer, papers.proposal)


def _say(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.say(viewer, papers.proposal, form.data["words"])


def _sponsor_accepts(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.sponsor_accepts(viewer, papers.proposal, form.data["words"])


def _sponsor_declines(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    other = form.data.get("other") or None
    deciding.sponsor_declines(viewer, papers.proposal, form.data["words"], other)


def _designate(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.designate(viewer, papers.proposal, form.data["sponsor"])


def _ask(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.ask_for_changes(viewer, papers.proposal, form.data["words"])


def _accept(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.accept(viewer, papers.proposal, form.data["words"])


def _decline(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    reason = Reason(form.data["reason"])
    deciding.decline(viewer, papers.proposal, reason, form.data["words"])


def _withdraw(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.withdraw(viewer, papers.proposal)


def _appeal(viewer: Viewer, papers: Papers, form: forms.StepForm) -> None:
    deciding.appeal(viewer, papers.proposal, form.data["words"])


DEEDS: dict[str, Deed] = {
    one.key: one
    for one in (
        Deed(
            "sponsor-accept",
            _l("Yes, I will sponsor it"),
            _l("You stand by this club, and the school decides next."),
            _l("Thank you. The school decides next."),
            _if(may.may_answer_as_sponsor),
            forms.OptionalWordsForm,
            _sponsor_accepts,
            kind="primary",
        ),
        Deed(
            "sponsor-decline",
            _l("No, not me"),
            _l("You may name a colleague. Your words reach the proposer."),
            _l("Thank you for answering."),
            _if(may.may_answer_as_sponsor),
            forms.SponsorDeclineForm,
            _sponsor_declines,
            own_page=True,
            leaves=True,
        ),
        Deed(
            "accept",
            _l("Accept"),
            _l("It becomes true at once, and the proposer is told."),
            _l("Accepted. The proposer is told."),
            _if(may.may_decide),
            forms.AcceptForm,
            _accept,
            kind="primary",
        ),
        Deed(
            "ask",
            _l("Ask for a change"),
            _l("The proposer answers, and it comes back to you."),
            _l("Your question is on its way."),
            _if(may.may_ask),
            forms.QuestionForm,
            _ask,
        ),
        Deed(
            "decline",
            _l("Decline"),
            _l("Only on a ground that has nothing to do with what the club is about."),
            _l("Declined. The proposer is told why, and how to appeal."),
            _if(may.may_decide),
            forms.DeclineForm,
            _decline,
            kind="stop",
        ),
        Deed(
            "designate",
            _l("Ask a member of staff to sponsor"),
            _l("They are asked in place of whoever was asked before."),
            _l("They were asked."),
            _if(may.may_designate),
            forms.DesignateForm,
            _designate,
            own_page=True,
        ),
        Deed(
            "answer",
            _l("Answer"),
            _l("You may change the texts, or explain why they should stay."),
            _l("Your answer is on its way."),
            _if(may.may_answer_changes),
            forms.AnswerForm,
            answering.answer,
            kind="primary",
            own_page=True,
        ),
        Deed(
            "appeal",
            _l("Ask the school to look again"),
            _l("You can do this once. Somebody else at the school should look at it."),
            _l("The school looks at it again."),
            _if(may.may_appeal),
            forms.AppealForm,
            _appeal,
        ),
        Deed(
            "say",
            _l("Write"),
            _l("Everybody who takes part in this proposal reads it."),
            _l("Your words were added."),
            _if(may.may_speak),
            forms.SayForm,
            _say,
        ),
        Deed(
            "withdraw",
            _l("Withdraw the proposal"),
            _l("Nobody has to decide any more. You can propose it again later."),
            _l("The proposal is withdrawn."),
            _if(may.may_withdraw),
            forms.SureForm,
            _withdraw,
            kind="stop",
        ),
    )
}


def deeds_for(viewer: Viewer, papers: Papers) -> list[Deed]:
    """Exactly what this viewer may do with it now."""
    return [one for one in DEEDS.values() if one.allowed(viewer, papers)]


def form_for(deed: Deed, viewer: Viewer, papers: Papers, seen: int) -> forms.StepForm:
    """The form of a deed, with this proposal's choices and texts."""
    kind, data = deed.form, {"seen": str(seen)}
    if deed.key == "answer" and papers.proposal.about is not About.EVENT:
        kind, data = forms.AnswerWithTextsForm, data | answering.texts_now(papers)
    form = kind(data=data)
    form.suit(viewer, papers)
    return form
