"""Errors are answers: one page, a sentence one understands, and what to do next."""

from http import HTTPStatus

from flask import Flask, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from clubs.db import db
from clubs.policy.permissions import NotAllowed, TooLate

# What PostgreSQL says to one of two that wait for each other (Appendix A, class 40).
_AT_ONCE = ("40P01", "40001")


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SecurityError, _forged_host)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(TooLate, _too_late)
    app.register_error_handler(OperationalError, _at_once)
    app.register_error_handler(HTTPStatus.INTERNAL_SERVER_ERROR, _broken)


def _page(code: int, title: str, text: str) -> ResponseReturnValue:
    db.session.rollback()
    return render_template("errors/error.html", code=code, title=title, text=text), code


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error
    code = error.code or 500
    title, text = _words(code)
    answer = make_response(_page(code, title, text))
    if isinstance(error, MethodNotAllowed):
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return answer


def _forged_host(error: SecurityError) -> ResponseReturnValue:
    # No page of ours: without a host to trust no address can be written into one.
    return _("This site does not answer to that name."), 400, {"Content-Type": "text/plain"}


def _words(code: int) -> tuple[str, str]:
    known = {
        400: (
            _("That did not work"),
            _("The request was not complete. Go back and try again."),
        ),
        403: (_("That is not open to you"), _("If you think it should be, ask a sponsor.")),
        404: (
            _("There is nothing here"),
            _("The address may be mistyped, or what was here is not here any more."),
        ),
        405: (_("That did not work"), _("This address does not take what was sent.")),
        413: (_("That was too large"), _("Send a smaller file or fewer words.")),
        429: (
            _("A moment, please"),
            _("That was tried too often. Wait a little and try again."),
        ),
    }
    if code in known:
        return known[code]
    if code < 500:
        return known[400]
    return _("Something went wrong"), _(
        "It is not your fault. Nothing was changed. Try again."
    )


def _csrf(error: CSRFError) -> ResponseReturnValue:
    return _page(
        400,
        _("Please try again"),
        _("This page was open for too long. Nothing was changed. Go back and reload it."),
    )


def _not_allowed(error: NotAllowed) -> ResponseReturnValue:
    return _page(403, _("That is not open to you"), str(error.reason))


def _too_late(error: TooLate) -> ResponseReturnValue:
    return _page(409, _("Somebody was faster"), str(error.reason))


def _at_once(error: OperationalError) -> ResponseReturnValue:
    """Two people changed the same things in the same moment: one of them tries again."""
    if getattr(error.orig, "sqlstate", None) not in _AT_ONCE:
        raise error
    words = _("Somebody changed this in the same moment. Nothing was changed. Try again.")
    return _page(409, _("Somebody was faster"), words)


def _broken(error: Exception) -> ResponseReturnValue:
    return _page(500, *_words(500))
