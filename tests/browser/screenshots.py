"""Pictures of the demo: `python -m tests.browser.screenshots FOLDER`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.people import sign_in
from tests.browser.site import fill, free_port, served, settings

# The main pages of each persona: an address, and perhaps a link to follow from there.
PAGES: dict[str, tuple[str, ...]] = {
    "": ("/", "/sign-in", "/help-now", "/what-could-leak", "/demo"),
    "student": ("/", "/clubs", "/clubs a[href^='/c/']", "/events", "/propose"),
    "member": ("/", "/my-clubs"),
    "leader": ("/", "/my-clubs main a[href^='/c/']", "/proposals"),
    "sponsor": ("/", "/ main a[href*='/requests']", "/ main a[href^='/p/']"),
    "admin": ("/", "/school", "/school/people", "/school/clubs", "/ main a[href^='/p/']"),
    "caregiver": ("/", "/clubs"),
    "district-admin": ("/district",),
}
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[str, int, Scheme], ...] = (
    ("chromebook", 1366, "light"),
    ("phone", 320, "light"),
    ("dark", 1366, "dark"),
)


def photograph(browser: Browser, site: str, folder: Path) -> None:
    for persona, places in PAGES.items():
        page = browser.new_context().new_page()
        if persona:
            sign_in(page, site, persona)
        for number, place in enumerate(places, start=1):
            _open(page, site, place)
            for path in _looks(page, folder / f"{persona or 'stranger'}-{number}"):
                print(path)
        page.context.close()


def _open(page: Page, site: str, place: str) -> None:
    address, _, link = place.partition(" ")
    page.goto(f"{site}{address}")
    if link:
        page.goto(f"{site}{page.locator(link).first.get_attribute('href')}")


def _looks(page: Page, stem: Path) -> Iterator[Path]:
    for look, width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 768})
        page.emulate_media(color_scheme=scheme)
        path = stem.with_name(f"{stem.name}-{look}.png")
        page.screenshot(path=path, full_page=True)
        yield path


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = chromium()
    with TemporaryDirectory() as own, sync_playwright() as playwright:
        environment = settings(Path(own), free_port())
        fill(environment)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with served(environment, Path(own)) as site:
            photograph(browser, site, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
