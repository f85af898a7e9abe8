"""A mail server that keeps what it is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message as Letter

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.browser.site import free_port


class Letters(Message):
    """`all` is every mail that came, oldest first."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.address = f"smtp://127.0.0.1:{port}"
        self.all: list[Letter] = []

    def handle_message(self, message: Letter) -> None:
        self.all.append(message)


@contextmanager
def post_office() -> Iterator[Letters]:
    letters = Letters(free_port())
    port = int(letters.address.rpartition(":")[2])
    server = Controller(letters, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield letters
    finally:
        server.stop()
