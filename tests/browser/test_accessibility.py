"""Every page, for everybody: axe in light and dark, and nothing wider than a phone."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.axe import problems
from tests.browser.crawl import pages
from tests.browser.people import sign_in
from tests.browser.site import PERSONAS

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PHONE = {"width": 320, "height": 640}
CHROMEBOOK = {"width": 1366, "height": 768}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def looked_at(page: Page, name: str) -> list[str]:
    """What is wrong with the page that is open."""
    found = [f"{name}: no single h1"] if page.locator("h1").count() != 1 else []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{name} ({scheme}): {problem}" for problem in problems(page)]
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    if (wider := page.evaluate(TOO_WIDE)) > 0:
        found.append(f"{name}: {wider} px wider than a phone")
    found += [f"{name} (phone): {problem}" for problem in problems(page)]
    page.set_viewport_size({"width": CHROMEBOOK["width"], "height": CHROMEBOOK["height"]})
    return found


def looked_at_all(page: Page, site: str) -> list[str]:
    return [problem for name in pages(page, site) for problem in looked_at(page, name)]


def test_a_stranger_meets_no_barrier(page: Page, live_site: str) -> None:
    page.goto(f"{live_site}/demo")
    assert looked_at(page, "/demo") == []
    assert looked_at_all(page, live_site) == []


@pytest.mark.parametrize("persona", PERSONAS)
def test_nobody_meets_a_barrier(page: Page, live_site: str, persona: str) -> None:
    sign_in(page, live_site, persona)
    assert looked_at_all(page, live_site) == []


def test_an_error_page_is_one_of_ours(page: Page, live_site: str) -> None:
    page.goto(f"{live_site}/c/AAAAAAAAAAAAAAAAAAAAAA")
    assert looked_at(page, "404") == []
    assert page.locator("a.leave").is_visible()
