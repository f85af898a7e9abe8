"""Reading in tests what waits on a page of today."""

from tests.visitor import Answer


def waiting(answer: Answer) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in answer.page.select(".waiting")]


def button(answer: Answer) -> str:
    found = answer.page.select(".waiting a.button")
    assert len(found) == len(answer.page.select(".waiting"))
    return str(found[0]["href"])
