"""A plain site beside ours: where people leave to, and one that protects nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

SECRET = "The unprotected club meets in room 12"

# Says whether the browser brought a page back from its back/forward cache.
PAGE = """<!DOCTYPE html><html lang="en"><title>Page</title><body><h1>{words}</h1>
<script>addEventListener("pageshow", (event) => {{
  document.body.dataset.restored = event.persisted;
}});</script></body></html>"""


class Answers(BaseHTTPRequestHandler):
    """Every address under /secret shows the secret, any other an ordinary page."""

    def do_GET(self) -> None:
        words = SECRET if self.path.startswith("/secret") else "An ordinary page"
        body = PAGE.format(words=words).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is for people."""


@contextmanager
def ordinary_site() -> Iterator[str]:
    """The address of a site without any protection."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
