"""One demo site and one browser for each process of the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.ordinary import ordinary_site
from tests.browser.people import a_new_person
from tests.browser.site import fill, free_port, served, settings

SECONDS = 1000
FLAGS = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path,
            args=FLAGS,
            # Playwright switches it off, and then even an unprotected site passes.
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[str]:
    """An ordinary site, where "Leave site" leads; it protects nobody."""
    with ordinary_site() as address:
        yield address


@pytest.fixture(scope="session")
def demo_settings(
    tmp_path_factory: pytest.TempPathFactory, elsewhere: str
) -> dict[str, str]:
    """The environment of a site with a demo school in it."""
    folder = tmp_path_factory.mktemp("site")
    environment = settings(folder, free_port(), LEAVE_TO=f"{elsewhere}/")
    fill(environment)
    return environment


@pytest.fixture(scope="session")
def live_site(
    demo_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with served(demo_settings, tmp_path_factory.mktemp("log")) as address:
        yield address


@pytest.fixture
def impatient_site(demo_settings: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The same school, where one is signed out after a minute without a click."""
    address = f"http://127.0.0.1:{free_port()}"
    environment = {**demo_settings, "SITE_URL": address, "IDLE_MINUTES": "1"}
    with served(environment, tmp_path) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = a_new_person(browser)
    context.set_default_timeout(10 * SECONDS)
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    context = a_new_person(browser, script=False)
    context.set_default_timeout(10 * SECONDS)
    yield context.new_page()
    context.close()
