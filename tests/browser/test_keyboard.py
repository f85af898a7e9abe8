"""Everything by keyboard: where one is can be seen, and the way to the content is short."""

from collections.abc import Iterator
from itertools import islice

import pytest
from playwright.sync_api import Page

from tests.browser.people import open_a_club, shown, sign_in

ADDRESSES = ("/", "/clubs")
MOST_STOPS = 400

# The element in focus: a name to report, whether it can be seen, whether its focus can.
IN_FOCUS = """
() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    name: one === document.body ? "" : one.outerHTML.slice(0, 120),
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    ring: ring || style.boxShadow !== "none",
  };
}
"""


def stops(page: Page) -> Iterator[dict[str, object]]:
    """What Tab comes to, from the top of the page to its end."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        one = page.evaluate(IN_FOCUS)
        if not one["name"]:
            return
        yield one
    raise AssertionError(f"Tab never comes to the end of {page.url}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_focus_can_always_be_seen(page: Page, live_site: str, address: str) -> None:
    sign_in(page, live_site, "member")
    page.goto(f"{live_site}{address}")
    found = list(stops(page))
    assert found
    assert [one["name"] for one in found if not (one["seen"] and one["ring"])] == []


def test_the_first_stop_leads_to_the_content(page: Page, live_site: str) -> None:
    sign_in(page, live_site, "member")
    page.goto(f"{live_site}/clubs")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_leaving_is_among_the_first_stops(page: Page, live_site: str) -> None:
    sign_in(page, live_site, "member")
    open_a_club(page, live_site)
    first = [stop["name"] for stop in islice(stops(page), 3)]
    # A demo's banner has a link; otherwise only the way to the content comes before.
    assert any('class="leave' in str(name) for name in first), first


def test_one_can_sign_out_by_keyboard(page: Page, live_site: str) -> None:
    sign_in(page, live_site, "member")
    button = page.locator('form[action="/sign-out"] button').first
    label = button.inner_text()
    button.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert label not in shown(page)
