"""Everything works with scripts off: locked-down devices, old ones, careful people."""

from playwright.sync_api import Page

from tests.browser.people import open_a_club, sign_in, sign_out


def signed_in(page: Page) -> bool:
    return page.locator('form[action="/sign-out"]').count() > 0


def test_one_signs_in_finds_a_club_and_signs_out(
    page_without_script: Page, live_site: str
) -> None:
    page = page_without_script
    sign_in(page, live_site, "student")
    assert signed_in(page)
    assert open_a_club(page, live_site)
    sign_out(page)
    assert not signed_in(page)


def test_leaving_ends_the_session(
    page_without_script: Page, live_site: str, elsewhere: str
) -> None:
    page = page_without_script
    sign_in(page, live_site, "student")
    page.locator("a.leave").click()
    page.wait_for_url(f"{elsewhere}/**")
    page.goto(f"{live_site}/")
    assert not signed_in(page)


def test_searching_needs_no_script(page_without_script: Page, live_site: str) -> None:
    page = page_without_script
    sign_in(page, live_site, "student")
    page.goto(f"{live_site}/clubs")
    page.locator('main form input[type="search"]').first.fill("chess")
    page.locator("main form button").first.click()
    assert "/clubs" in page.url
    assert page.locator("h1").count() == 1
