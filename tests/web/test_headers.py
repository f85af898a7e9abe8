"""Whatever the answer, it carries the headers that keep it private."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def check(answer: TestResponse, status: int) -> None:
    answer.close()  # a static file stays open otherwise
    assert answer.status_code == status
    for name, value in HEADERS.items():
        assert answer.headers[name] == value, name
    policy = answer.headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "camera=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    "address, status",
    [
        ("/sign-in", 200),
        ("/account", 303),
        ("/nothing-here", 404),
        ("/clubs/nothing/site.css", 404),
        ("/sign-out", 405),
        ("/static/site.css", 200),
        ("/static/nothing.css", 404),
        ("/static/../app.py", 404),
        ("/healthz", 200),
        ("/accent/1b5e57.css", 200),
        ("/calendar/AAAAAAAAAAAAAAAAAAAAAA.ics", 404),
    ],
)
def test_every_answer_is_dressed(app: Flask, address: str, status: int) -> None:
    check(
        app.test_client().get(address, headers={"Origin": "https://evil.example"}), status
    )


def test_refusals_are_dressed_too(app: Flask) -> None:
    client = app.test_client()
    check(client.post("/sign-in"), 400)
    large = b"--b\r\nContent-Disposition: form-data; name=password\r\n\r\n" + b"x" * 600_000
    multipart = "multipart/form-data; boundary=b"
    body = large + b"\r\n--b--\r\n"
    check(client.post("/sign-in", data=body, content_type=multipart), 413)
    check(client.open("/sign-in", method="TRACE"), 405)


def test_only_what_is_the_same_for_everybody_may_be_kept(app: Flask) -> None:
    client = app.test_client()
    for address in ("/sign-in", "/nothing", "/account", "/static/nothing.css"):
        answer = client.get(address)
        answer.close()
        if not address.startswith("/static"):
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Cookie" in answer.headers["Vary"]
    no_calendar = f"/calendar/{'A' * 22}.ics"
    for address in ("/static/site.css", "/accent/1b5e57.css", "/healthz", no_calendar):
        answer = client.get(address)
        answer.close()
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_https_is_remembered_by_browsers_only_where_it_is_used(app: Flask) -> None:
    client = app.test_client()
    plain = client.get("/sign-in")
    sealed = client.get("/sign-in", base_url="https://localhost")
    assert "Strict-Transport-Security" not in plain.headers
    assert "max-age=63072000" in sealed.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("colour", ["12345", "1b5e5g", "1b5e57;}", "00000000", "%231b5e5"])
def test_what_is_no_colour_is_not_there(app: Flask, colour: str) -> None:
    assert app.test_client().get(f"/accent/{colour}.css").status_code == 404


def test_a_schools_colour_comes_as_a_style_sheet_that_keeps(app: Flask) -> None:
    answer = app.test_client().get("/accent/AA3366.css")
    assert answer.mimetype == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert "--accent:" in answer.text
    assert "prefers-color-scheme:dark" in answer.text
