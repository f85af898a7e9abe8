"""Fill in the pages of a proposal as a person would, from the first to the last."""

from typing import Any

from clubs.models.clubs import RiskQuestion
from tests.visitor import Answer, Visitor

PLAN = {one.value: f"Our plan for {one.value}." for one in RiskQuestion}
PAGES: dict[str, dict[str, Any]] = {
    "kind": {"kind": "alliance", "audience": "students"},
    "about": {
        "name": "Lantern Table",
        "focus": "Queer students and friends",
        "purpose": "A calm place at lunch. Everybody is welcome.",
        "first_meeting": "We say hello, eat and draw.",
    },
    "when": {"part_of_day": "lunch", "weekday": "2", "pilot": "y", "capacity": ""},
    "privacy": {"step": "confidential"},
    "safety": PLAN,
    "people": {"handle": "Copper Wren", "sponsor": "", "words": ""},
}


def page_name(answer: Answer) -> str:
    found = answer.page.select_one("main input[name=page]")
    assert found is not None
    return str(found["value"])


def fill(visitor: Visitor, **wanted: Any) -> Answer:
    """All pages, up to "check your answers"."""
    answer = visitor.get("/propose")
    for _page in range(len(PAGES) + 1):
        page = page_name(answer)
        if page == "check":
            return answer
        fields = {name: wanted.get(name, value) for name, value in PAGES[page].items()} | (
            {"no_list": wanted["no_list"]}
            if page == "privacy" and "no_list" in wanted
            else {}
        )
        answer = visitor.submit(answer, expect=200, **fields)
    raise AssertionError("the pages never end")


def propose(visitor: Visitor, **wanted: Any) -> str:
    """Send it; the address of the new proposal."""
    return visitor.submit(fill(visitor, **wanted)).location
