"""Propose again: a new proposal that begins with what the old one said."""

from clubs.proposals.answers import Answers
from clubs.proposals.papers import Papers


def answers_from(papers: Papers) -> Answers:
    """What can be used again; the handle and the sponsor are chosen anew."""
    club, words = papers.club, papers.wording or papers.club
    answers = Answers()
    _keep(answers, "kind", kind=club.kind, audience=club.audience)
    _keep(
        answers,
        "about",
        name=words.name,
        focus=words.focus,
        purpose=words.purpose,
        first_meeting=words.first_meeting,
    )
    _keep(answers, "privacy", step=club.step, **({"no_list": "y"} if club.no_list else {}))
    if papers.risk:
        _keep(answers, "safety", **{one.value: said for one, said in papers.risk.items()})
    return answers


def _keep(answers: Answers, page: str, **words: str) -> None:
    answers.keep(page, {name: [str(word)] for name, word in words.items()})
