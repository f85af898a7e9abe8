"""One transaction per request: kept when all went well, else as if nothing had happened."""

from flask import Flask, request
from flask.wrappers import Response

from clubs.db import commit, db, expect_writes

SAFE = ("GET", "HEAD", "OPTIONS")
# Leaving ends a session although it is a link: see web/session.py.
WRITING_GETS = ("session.leave",)


def init_app(app: Flask) -> None:
    app.before_request(_say_what_is_coming)
    app.after_request(_settle)


def _say_what_is_coming() -> None:
    expect_writes(yes=request.method not in SAFE or request.endpoint in WRITING_GETS)


def _settle(response: Response) -> Response:
    if response.status_code < 400:
        commit()
    else:
        db.session.rollback()
    return response
