"""Pictures of the demo: `python -m tests.browser.screenshots FOLDER`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.people import sign_in
from tests.browser.site import fill, free_port, served, settings

SHOTS = (
    ("student", "/", "today"),
    ("student", "/clubs", "clubs"),
    ("leader", "/", "today-leader"),
    ("sponsor", "/", "today-sponsor"),
    ("admin", "/", "desk"),
    ("caregiver", "/", "today-caregiver"),
)
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[str, int, Scheme], ...] = (
    ("chromebook", 1366, "light"),
    ("phone", 320, "light"),
    ("dark", 1366, "dark"),
)


def photograph(browser: Browser, site: str, folder: Path) -> None:
    for persona, address, name in SHOTS:
        for look, width, scheme in LOOKS:
            context = browser.new_context(
                viewport={"width": width, "height": 768}, color_scheme=scheme
            )
            page = context.new_page()
            sign_in(page, site, persona)
            page.goto(f"{site}{address}")
            path = folder / f"{name}-{look}.png"
            page.screenshot(path=path, full_page=True)
            context.close()
            print(path)


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
