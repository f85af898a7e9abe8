"""P10, P12, P13, P14: after one has gone, the next one at this Chromebook finds nothing."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.people import go_back, open_a_club, shown, sign_in, sign_out

IDLE_SECONDS = 60
OPAQUE = re.compile(r"[\w-]{22}")
ADDRESS_WORDS = re.compile(r"(?:/[a-z-]{1,24}|/[\w-]{22}|/\d{4}-\d\d-\d\d)*/?")

STORED = """
async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  caches: (await caches.keys()).length,
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
})
"""


def look_around(page: Page, site: str) -> list[str]:
    """Sign in, read a club's page, go home; words nobody else may read afterwards."""
    sign_in(page, site, "member")
    name = open_a_club(page, site)
    page.goto(f"{site}/")
    private = [name, page.locator('form[action="/sign-out"] button').first.inner_text()]
    assert private[1] in shown(page)
    return private


def leave_by_link(page: Page) -> None:
    page.locator("a.leave").click()


def leave_by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def assert_back_shows_nothing(page: Page, private: list[str]) -> None:
    for step in range(1, 4):
        go_back(page)
        seen = [words for words in private if words in shown(page)]
        assert seen == [], f"Back × {step} at {page.url} shows {seen}"


def test_back_shows_nothing_after_signing_out(page: Page, live_site: str) -> None:
    private = look_around(page, live_site)
    sign_out(page)
    assert_back_shows_nothing(page, private)


@pytest.mark.parametrize("leave", [leave_by_link, leave_by_keyboard])
def test_back_shows_nothing_after_leaving(
    page: Page, live_site: str, elsewhere: str, leave: Callable[[Page], None]
) -> None:
    private = look_around(page, live_site)
    leave(page)
    page.wait_for_url(f"{elsewhere}/**")
    assert_back_shows_nothing(page, private)


def test_leaving_does_not_lead_back_to_the_page_one_left(
    page: Page, live_site: str, elsewhere: str
) -> None:
    look_around(page, live_site)
    open_a_club(page, live_site)
    left = page.url
    leave_by_link(page)
    page.wait_for_url(f"{elsewhere}/**")
    go_back(page)
    assert page.url != left


def test_leaving_ends_the_session(page: Page, live_site: str, elsewhere: str) -> None:
    look_around(page, live_site)
    before = page.context.cookies(live_site)
    leave_by_link(page)
    page.wait_for_url(f"{elsewhere}/**")
    # Even who has copied the cookies is a stranger now.
    page.context.add_cookies(
        [{"name": c["name"], "value": c["value"], "url": live_site} for c in before]
    )
    page.goto(f"{live_site}/clubs")
    assert page.locator('form[action="/sign-out"]').count() == 0


def test_an_open_page_hides_itself_when_nobody_is_there(page: Page, live_site: str) -> None:
    page.clock.install()
    private = look_around(page, live_site)
    idle = int(page.locator("body").get_attribute("data-idle-seconds") or 0)
    assert idle > 0
    # Only the browser's clock runs ahead, so the site itself would still know them.
    page.route("**/sign-in*", lambda route: route.fulfill(body="Sign in", status=200))
    page.clock.fast_forward((idle + 2) * 1000)
    page.wait_for_url("**/sign-in*")
    page.wait_for_function("document.body?.innerText === 'Sign in'")
    assert private[0] not in shown(page)


def test_back_shows_nothing_after_a_time_out(page: Page, impatient_site: str) -> None:
    private = look_around(page, impatient_site)
    page.wait_for_url("**/sign-in*", timeout=(IDLE_SECONDS + 15) * 1000)
    assert_back_shows_nothing(page, private)


def test_nothing_is_stored_in_the_browser(page: Page, live_site: str) -> None:
    look_around(page, live_site)
    assert set(page.evaluate(STORED).values()) == {0}
    sign_out(page)
    assert set(page.evaluate(STORED).values()) == {0}


def test_no_request_goes_to_anybody_else(page: Page, live_site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    look_around(page, live_site)
    sign_out(page)
    schemes = {urlsplit(url).scheme for url in asked}
    foreign = [url for url in asked if not url.startswith((live_site, "data:"))]
    assert foreign == []
    assert schemes <= {"http", "data"}


def test_titles_and_addresses_tell_no_club_from_another(page: Page, live_site: str) -> None:
    sign_in(page, live_site, "member")
    names, titles, addresses = set(), set(), set()
    for number in range(3):
        names.add(open_a_club(page, live_site, number))
        titles.add(page.title())
        addresses.add(urlsplit(page.url))
    assert len(names) == 3
    assert len(titles) == 1
    assert all(ADDRESS_WORDS.fullmatch(one.path) and not one.query for one in addresses)
    assert all(OPAQUE.search(one.path) for one in addresses)


def test_cookies_carry_no_name_of_anything(page: Page, live_site: str) -> None:
    look_around(page, live_site)
    cookies = page.context.cookies(live_site)
    assert [c["name"] for c in cookies if not c["httpOnly"]] == []
    assert [c["name"] for c in cookies if c["sameSite"] not in ("Lax", "Strict")] == []
    assert [c["name"] for c in cookies if "session" in c["name"] and c["expires"] > 0] == []
