"""A demo school in a folder of its own, served by gunicorn as `make run` does it."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.architecture.sources import PROJECT

START_SECONDS = 30
PERSONAS = (
    "student",
    "member",
    "leader",
    "sponsor",
    "other-sponsor",
    "admin",
    "caregiver",
    "district-admin",
)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def settings(folder: Path, port: int, **more: str) -> dict[str, str]:
    own = {
        "MODE": "demo",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite'}",
        "KEY_FILE": str(folder / "keys"),
        "SECRET_KEY": secrets.token_urlsafe(32),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PYTHONTZPATH": "",
    }
    return {**os.environ, **own, **more}


def flask(environment: dict[str, str], *words: str) -> str:
    """What a command of the site says; it has to succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", *words],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"flask {words}:\n{done.stdout}{done.stderr}"
    return done.stdout


def fill(environment: dict[str, str]) -> None:
    """Make the keys, the tables and the demo school."""
    for words in ("keys new --if-missing", "db upgrade", "demo fill --if-empty"):
        flask(environment, *words.split())


@contextmanager
def served(environment: dict[str, str], folder: Path) -> Iterator[str]:
    """The address of the site while it runs."""
    address = environment["SITE_URL"]
    words = ["--bind", address.removeprefix("http://"), "--workers", "2", "app:app"]
    with (folder / "gunicorn.log").open("ab") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *words],
            env=environment,
            cwd=PROJECT,
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_it_answers(server, address, folder)
        yield address
    finally:
        server.terminate()
        server.wait(START_SECONDS)


def _wait_until_it_answers(
    server: subprocess.Popen[bytes], address: str, folder: Path
) -> None:
    last = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < last:
        try:
            with urlopen(f"{address}/healthz", timeout=2):
                return
        except OSError:  # nobody listens yet, or not fast enough
            time.sleep(0.1)
    raise RuntimeError("The site did not start:\n" + (folder / "gunicorn.log").read_text())
