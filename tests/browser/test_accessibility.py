"""Every page, for everybody: no barrier in light or dark, nothing too wide or too heavy."""

import gzip
import re
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import problems
from tests.browser.crawl import pages
from tests.browser.hands import Mouse
from tests.browser.people import sign_in
from tests.browser.site import PERSONAS

CHROMEBOOK: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 320, "height": 640}
LOOKS: tuple[tuple[Literal["light", "dark"], ViewportSize], ...] = (
    ("light", CHROMEBOOK),
    ("dark", PHONE),
)
MOST = 14
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def looked_at(page: Page, name: str) -> list[str]:
    """What is wrong with the page that is open: wide and light, then narrow and dark."""
    found = [f"{name}: no single h1"] if page.locator("h1").count() != 1 else []
    found += [f"{name}: {kilobytes:.1f} kB"] if (kilobytes := weight(page)) >= MOST else []
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        found += [f"{name} ({scheme}): {problem}" for problem in problems(page)]
        if (wider := page.evaluate(TOO_WIDE)) > 0:
            found.append(f"{name}: {wider} px too wide")
    page.set_viewport_size(CHROMEBOOK)
    return found


def weight(page: Page) -> float:
    """Kilobytes of the page and its style sheets, compressed."""
    address = page.url
    sheets = page.locator("link[rel=stylesheet]").evaluate_all(
        "all => all.map(s => s.href)"
    )
    answers = [page.context.request.get(one) for one in (address, *sheets)]
    return sum(len(gzip.compress(one.body())) for one in answers) / 1000


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


def test_a_display_in_the_hallway_is_read_by_everybody(page: Page, live_site: str) -> None:
    sign_in(page, live_site, "admin")
    hands = Mouse(page)
    page.goto(f"{live_site}/school")
    hands.press("Displays in the hallways")
    hands.write("Where it hangs", "Library stairs")
    hands.press("Add it and show its address")
    assert looked_at(page, "/school/screens") == []
    shown = page.locator("main").inner_html()
    address = re.search(r"/screen/[\w-]{40,}", shown)
    assert address is not None
    page.context.clear_cookies()
    page.goto(f"{live_site}{address[0]}")
    assert looked_at(page, "/screen/*") == []
    assert page.context.cookies() == []


def test_an_error_page_is_one_of_ours(page: Page, live_site: str) -> None:
    page.goto(f"{live_site}/c/AAAAAAAAAAAAAAAAAAAAAA")
    assert looked_at(page, "404") == []
    assert page.locator("a.leave").is_visible()
