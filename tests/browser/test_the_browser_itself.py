"""The control: on a site that protects nobody, Back does show what was there."""

from playwright.sync_api import Page

from tests.browser.axe import problems
from tests.browser.ordinary import SECRET
from tests.browser.people import go_back, shown


def test_back_shows_an_unprotected_page(page: Page, elsewhere: str) -> None:
    page.goto(f"{elsewhere}/secret/one")
    page.goto(f"{elsewhere}/signed-out")
    assert SECRET not in shown(page)
    go_back(page)
    assert SECRET in shown(page)
    assert page.evaluate("document.body.dataset.restored") == "true"


def test_axe_finds_what_is_wrong(page: Page, elsewhere: str) -> None:
    page.goto(elsewhere)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any("html-has-lang" in problem for problem in problems(page))
