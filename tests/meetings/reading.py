"""Reading pages in the tests of meetings."""

from bs4 import Tag

from tests.visitor import Answer


def part(answer: Answer, selector: str) -> Tag:
    """The one element a page must have."""
    found = answer.page.select_one(selector)
    assert found is not None, selector
    return found
