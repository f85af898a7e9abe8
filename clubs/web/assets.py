"""Addresses of static files carry a hash of their content, so that they keep for a year."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, request, url_for
from flask.wrappers import Response

_YEAR = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    folder = Path(app.static_folder or "")

    @cache
    def version(name: str) -> str:
        return sha256((folder / name).read_bytes()).hexdigest()[:12]

    def asset(name: str) -> str:
        return url_for("static", filename=name, v=version(name))

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and request.args.get("v"):
            response.headers["Cache-Control"] = _YEAR
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)
