"""Headers, hosts and sizes: what a browser and a proxy are told on every answer."""

from flask import Flask, make_response, request
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

from clubs.config import Settings
from clubs.web.cookie import UNSIGNED

csrf = CSRFProtect()

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: Chromium then posts with a null origin and the CSRF check fails.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
_HTTPS = "max-age=63072000; includeSubDomains"


def init_app(app: Flask) -> None:
    settings: Settings = app.config["SETTINGS"]
    app.config.update(
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        MAX_CONTENT_LENGTH=settings.upload_megabytes * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=500_000,
        MAX_FORM_PARTS=2_000,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session, which is short
    )
    csrf.init_app(app)
    if settings.proxies:
        hops = settings.proxies
        behind = ProxyFix(app.wsgi_app, hops, hops, hops)
        app.wsgi_app = behind  # type: ignore[method-assign]  # as Flask says to do it
    app.after_request(_dress)


def _dress(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _HTTPS
    if request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    if request.endpoint not in UNSIGNED:
        # The router's own 404 would lack it, and tell itself from ours.
        response.vary.add("Cookie")
    return response


def clear_device(response: ResponseReturnValue) -> BaseResponse:
    """Have the browser forget what it kept, so that Back shows nothing (P12)."""
    cleared = make_response(response)
    cleared.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    cleared.headers["Cache-Control"] = "no-store"
    return cleared
