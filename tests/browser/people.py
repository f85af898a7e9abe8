"""What a person does in the browser: sign in, open things, go back."""

import re

from playwright.sync_api import Browser, BrowserContext, Page

SETTLED = 700  # milliseconds in which a page brought back hides itself and loads anew


def sign_in(page: Page, site: str, persona: str) -> None:
    """Choose a persona on the demo's front page; one is signed in afterwards."""
    page.goto(f"{site}/demo")
    choice = page.locator(f'[name="persona"][value="{persona}"]')
    kind = choice.get_attribute("type")
    if kind == "radio":
        choice.check()
    if kind in ("radio", "hidden"):
        choice = page.locator("form", has=choice).locator("button").first
    with page.expect_navigation():
        choice.click()


def sign_out(page: Page) -> None:
    with page.expect_navigation():
        page.locator('form[action="/sign-out"] button').first.click()


def open_a_club(page: Page, site: str, number: int = 0) -> str:
    """Follow a link of the directory; what the club is called."""
    page.goto(f"{site}/clubs")
    page.locator('main a[href^="/c/"]').nth(number).click()
    page.wait_for_url(re.compile(r"/c/[\w-]+$"))
    return page.locator("h1").inner_text()


def go_back(page: Page) -> None:
    # Playwright's own go_back waits for a load that a page from the cache never has.
    page.evaluate("setTimeout(() => history.back(), 0)")
    page.wait_for_timeout(SETTLED)


def shown(page: Page) -> str:
    """What somebody looking at the screen can read."""
    words: str = page.evaluate(
        "document.body && !document.body.hidden ? document.body.innerText : ''"
    )
    return words


def a_new_person(browser: Browser, **options: bool) -> BrowserContext:
    """A browser as it is on a Chromebook: nothing remembered, 1366 × 768."""
    return browser.new_context(
        viewport={"width": 1366, "height": 768},
        java_script_enabled=options.get("script", True),
    )
