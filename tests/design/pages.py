"""The templates in a bare Flask application: no database, no feature, strict."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import html5lib
from flask import Flask, url_for
from flask_babel import Babel
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

ROOT = Path(__file__).parents[2]
LAYOUT = ROOT / "templates" / "layout"
STYLESHEET = ROOT / "static" / "site.css"
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Link:
    label: str
    url: str = "/somewhere"
    current: bool = False
    count: int = 0


@dataclass(frozen=True)
class Page:
    """What the templates may know of the page they are on."""

    viewer: object | None = None
    site_name: str = "Kindred"
    school_name: str = ""
    banner: str = ""
    banner_link: Link | None = None
    nav: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = field(default=(Link("Help now"), Link("Privacy")))
    lang: str = "en"
    dir: str = "ltr"
    accent_url: str = ""
    idle_seconds: int = 900


def bare_app() -> Flask:
    app = Flask(__name__, root_path=str(ROOT))
    app.config.update(SECRET_KEY="only for this test", TESTING=True)
    app.jinja_env.undefined = StrictUndefined
    Babel(app)
    CSRFProtect(app)
    app.add_url_rule("/leave", "session.leave", lambda: "")
    app.add_url_rule("/stay", "session.stay", lambda: "")
    app.add_url_rule("/in", "accounts.sign_in", lambda: "")
    app.add_url_rule("/out", "accounts.sign_out", lambda: "", methods=["POST"])
    app.jinja_env.globals["asset"] = lambda name: url_for("static", filename=name)
    app.jinja_env.globals["page"] = Page()
    return app


@contextmanager
def request_to(app: Flask, **page: Any) -> Iterator[Flask]:
    app.jinja_env.globals["page"] = Page(**page)
    with app.test_request_context("/"):
        yield app


def render(app: Flask, source: str, **given: Any) -> str:
    return app.jinja_env.from_string(source).render(**_context(app), **given)


def _context(app: Flask) -> dict[str, Any]:
    context: dict[str, Any] = {}
    app.update_template_context(context)
    return context


def parsed(markup: str) -> Any:
    """The tree of a page or a piece of one; raises on anything that is not valid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    if markup.lstrip().lower().startswith("<!doctype"):
        return parser.parse(markup.lstrip())
    return parser.parse(f"<!DOCTYPE html><html><body>{markup}</body></html>")


def ids(tree: Any) -> list[str]:
    return [each.get("id") for each in tree.iter() if each.get("id")]


def words(tree: Any) -> str:
    return " ".join(" ".join(tree.itertext()).split())
