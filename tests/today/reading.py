"""Reading in tests what stands on a page of today."""

from tests.visitor import Answer


def waiting(answer: Answer) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in answer.page.select(".waiting")]


def button(answer: Answer) -> str:
    found = answer.page.select(".waiting a.button")
    assert len(found) == len(answer.page.select(".waiting"))
    return str(found[0]["href"])


def section(answer: Answer, heading: str) -> str:
    """The words under a heading, or nothing if it is not there."""
    for one in answer.page.select("main section"):
        head = one.find("h2")
        if head is not None and heading in head.get_text():
            return " ".join(one.get_text(" ").split())
    return ""
