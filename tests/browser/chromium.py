"""Find a Chromium, or install one: `python -m tests.browser.chromium --install`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = (
    "No Chromium: install Chromium or Chrome with your system's package manager"
    " (Debian: apt install chromium fonts-dejavu-core), or name one in CHROMIUM."
)


def chromium() -> str:
    """The path of a browser that starts; raises LookupError with what to install."""
    found = next(filter(_starts, _candidates()), None)
    if found is None:
        raise LookupError(MISSING)
    return found


def _candidates() -> Iterator[str]:
    yield os.environ.get("CHROMIUM", "")
    yield from (shutil.which(name) or "" for name in NAMES)
    yield from APPLICATIONS
    yield _playwrights_own()


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    # Some systems ship a script of this name that only says what to install.
    return (
        subprocess.run([path, "--version"], capture_output=True, check=False).returncode
        == 0
    )


def install() -> None:
    """Install one the way this machine does it; the outcome is checked by `chromium`."""
    if os.geteuid() == 0 and _is_debian():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        wanted = ["install", "-y", "-qq", "--no-install-recommends"]
        for words in (["update", "-qq"], [*wanted, "chromium", "fonts-dejavu-core"]):
            subprocess.run(["apt-get", *words], env=quiet, stdout=sys.stderr, check=False)
    else:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, stdout=sys.stderr, check=False)


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    lines = release.read_text().splitlines() if release.exists() else []
    return "ID=debian" in lines and shutil.which("apt-get") is not None


def main(words: list[str]) -> int:
    try:
        print(chromium())
    except LookupError as missing:
        if "--install" not in words:
            print(missing, file=sys.stderr)
            return 1
        install()
        return main([])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
