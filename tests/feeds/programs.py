"""Other people's calendar programs: `python -m tests.feeds.programs` installs them."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

WANTED = Path(__file__).with_name("requirements.txt")
HERE = Path(sys.prefix) / "calendars"
SYSTEM_PYTHON = "/usr/bin/python3"
LIBICAL_MISSING = (
    "libical is left out: Python's own package index does not have it"
    " (Debian: apt install python3-gi gir1.2-ical-3.0)."
)


@cache
def program(name: str) -> str:
    """The path of one of them, in an environment that is made on first use."""
    installed = HERE / "installed.txt"
    if not installed.exists() or installed.read_text() != WANTED.read_text():
        shutil.rmtree(HERE, ignore_errors=True)
        _run(sys.executable, "-m", "venv", str(HERE))
        pip = (str(HERE / "bin" / "python"), "-m", "pip", "--disable-pip-version-check")
        _run(*pip, "install", "--quiet", "-r", str(WANTED))
        installed.write_text(WANTED.read_text())
    return str(HERE / "bin" / name)


@cache
def libical() -> bool:
    """Whether the system's own Python can read calendars with libical."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    asks = "import gi; gi.require_version('ICalGLib', '3.0'); import gi.repository.ICalGLib"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True, check=False)
    return tried.returncode == 0


def install() -> None:
    """All of them; libical where this is Debian and we may."""
    program("python")
    if not libical() and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        wanted = "install -y -qq --no-install-recommends python3-gi gir1.2-ical-3.0".split()
        for words in (["update", "-qq"], wanted):
            subprocess.run(["apt-get", *words], env=quiet, stdout=sys.stderr, check=False)
        libical.cache_clear()
    if not libical():
        sys.stderr.write(f"{LIBICAL_MISSING}\n")


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    install()
