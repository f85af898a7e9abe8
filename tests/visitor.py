"""A visitor: a test client that checks on every page what must hold on every page."""

import html as html_words
import re
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag
from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine
from werkzeug.test import TestResponse

from clubs import clock
from clubs.config import Settings
from clubs.db import db, expect_writes
from clubs.models.accounts import SessionRecord
from clubs.seal import hashed
from clubs.web.cookie import SealedCookies

MOST_QUERIES = 8
_NOT_QUERIES = ("PRAGMA", "BEGIN", "SET ", "SAVEPOINT", "RELEASE", "ROLLBACK")
READ_STRICTLY = 5
pages_read: Counter[tuple[str, int]] = Counter()
_statements: list[str] = []


@event.listens_for(Engine, "before_cursor_execute")
def _remember(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if not statement.startswith(_NOT_QUERIES):
        _statements.append(statement)


@dataclass(frozen=True)
class Answer:
    """What came back; `page` is the parsed HTML."""

    response: TestResponse
    queries: tuple[str, ...]

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return self.response.get_data(as_text=True)

    @cached_property
    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "lxml")

    @property
    def words(self) -> str:
        """All that a person can read in the page's main part, in one line."""
        main = self.page.find("main") or self.page
        return " ".join(main.get_text(" ").split())

    @property
    def location(self) -> str:
        return urlsplit(self.response.headers.get("Location", "")).path


class Visitor:
    """Somebody at a browser. Pages are checked as they come; CSRF is always on."""

    def __init__(self, app: Flask, person_id: str | None = None) -> None:
        self.app = app
        self.client = app.test_client()
        if person_id is not None:
            self._sign_in(person_id)

    def get(self, address: str, expect: int = 200, **given: Any) -> Answer:
        return self._ask("GET", address, expect, **given)

    def post(
        self,
        address: str,
        fields: dict[str, Any] | None = None,
        expect: int = 303,
        **given: Any,
    ) -> Answer:
        """Send fields with this session's CSRF value; 303 means it was done."""
        data = {"csrf_token": self.csrf(), **(fields or {})}
        return self._ask("POST", address, expect, data=data, **given)

    def look(self, method: str, address: str, **given: Any) -> Answer:
        """Ask without expecting anything; for walks over many addresses."""
        _statements.clear()
        response = self.client.open(address, method=method, **given)
        # A large upload is kept in a temporary file; nobody else closes it.
        response.request.environ["wsgi.input"].close()
        expect_writes(yes=True)
        return Answer(response, tuple(_statements))

    def submit(
        self, answer: Answer, action: str = "", expect: int = 303, **fields: Any
    ) -> Answer:
        """Fill in and send the form of a page that posts to `action` (else the first)."""
        form = self._form(answer, action)
        filled: dict[str, Any] = {**_filled_in(form), **fields}
        address = str(form.get("action") or answer.response.request.path)
        data = {name: value for name, value in filled.items() if value is not None}
        return self._ask("POST", address, expect, data=data)

    def csrf(self) -> str:
        """A CSRF value of this session, as any page with a form carries one."""
        page = self.client.get("/account")
        if page.status_code != 200:
            page = self.client.get("/sign-in")
        found = BeautifulSoup(page.get_data(as_text=True), "lxml").find(
            "input", {"name": "csrf_token"}
        )
        assert isinstance(found, Tag), "no form with a CSRF value to be found"
        return str(found["value"])

    def _form(self, answer: Answer, action: str) -> Tag:
        forms = [one for one in answer.page.select("main form[method=post]")]
        for form in forms:
            if not action or str(form.get("action", "")).endswith(action):
                return form
        raise AssertionError(
            f"no form to {action!r} among {[f.get('action') for f in forms]}"
        )

    def _ask(self, method: str, address: str, expect: int, **given: Any) -> Answer:
        answer = self.look(method, address, **given)
        assert answer.status == expect, _unexpected(answer, method, address, expect)
        _check(answer, method, address)
        return answer

    def _sign_in(self, person_id: str) -> None:
        """As if they had signed in: a session record and its sealed cookie."""
        # A session of its own, as every sign-in has: others may be signing in right now.
        secret = f"secret of {person_id} {secrets.token_urlsafe(8)}"
        settings: Settings = self.app.config["SETTINGS"]
        with self.app.test_request_context():
            expect_writes(yes=True)
            db.session.add(
                SessionRecord(
                    secret_hash=hashed(secret),
                    person_id=person_id,
                    expires_at=clock.now() + clock.hours(8),
                )
            )
            db.session.commit()
            cookies = SealedCookies(settings)
            response = self.app.response_class()
            cookies.save_session(
                self.app, cookies.session_of({"_user_id": secret, "_fresh": True}), response
            )
        name, _, rest = response.headers["Set-Cookie"].partition("=")
        self.client.set_cookie(name, rest.partition(";")[0])


def _unexpected(answer: Answer, method: str, address: str, expect: int) -> str:
    words = answer.words[:900] if "html" in (answer.response.content_type or "") else ""
    return (
        f"{method} {address}: {answer.status}, not {expect}\n{html_words.unescape(words)}"
    )


def _filled_in(form: Tag) -> dict[str, Any]:
    """What a browser would send if one only pressed the button."""
    fields: dict[str, Any] = {}
    for one in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(one["name"]), str(one.get("type", ""))
        if one.name == "select":
            chosen = one.select_one("option[selected]") or one.select_one("option")
            fields[name] = str(chosen.get("value", "")) if chosen else ""
        elif one.name == "textarea":
            fields[name] = one.get_text()
        elif kind in ("checkbox", "radio"):
            if one.has_attr("checked"):
                fields[name] = str(one.get("value", "y"))
        elif kind != "file":
            fields[name] = str(one.get("value", ""))
    return fields


def _check(answer: Answer, method: str, address: str) -> None:
    headers = answer.response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    if not address.startswith("/static"):
        assert headers["Cache-Control"] == "no-store"
        assert "Cookie" in headers["Vary"]
    if method == "GET":
        assert len(answer.queries) <= MOST_QUERIES, "\n".join(answer.queries)
    moved = answer.status in (302, 303, 308)
    if (
        headers.get("Content-Type", "").startswith("text/html")
        and answer.text
        and not moved
    ):
        _check_page(answer)


def _check_page(answer: Answer) -> None:
    # The strict parser is slow: it reads the first few pages of each kind in each process.
    kind = re.sub(r"[\w-]{22}", "*", answer.response.request.path), answer.status
    pages_read[kind] += 1
    if pages_read[kind] <= READ_STRICTLY:
        html5lib.HTMLParser(strict=True).parse(answer.text)
    page = answer.page
    assert len(page.find_all("h1")) == 1, "a page has one main heading"
    assert page.title is not None, "a page has a title"
    assert page.title.get_text().strip(), "a page's title says its kind"
    ids = [str(one["id"]) for one in page.select("[id]")]
    assert len(ids) == len(set(ids)), (
        f"ids twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    )
    for one in page.select("input:not([type=hidden]), select, textarea"):
        assert _labelled(page, one), f"no label: {one}"
    for form in page.select("form[method=post]"):
        assert len(form.select("input[name=csrf_token]")) == 1, f"no CSRF value: {form}"
    assert page.select_one("a.leave, .leave"), "“Leave site” is on every page"
    assert not page.select("[style], script:not([src]), style"), "nothing inline"


def _labelled(page: BeautifulSoup, one: Tag) -> bool:
    if one.get("aria-label") or one.get("aria-labelledby") or one.find_parent("label"):
        return True
    return bool(one.get("id") and page.select_one(f'label[for="{one["id"]}"]'))


def queries_of(act: Callable[[], object]) -> tuple[str, ...]:
    """The statements something costs, outside of any page."""
    _statements.clear()
    act()
    return tuple(_statements)
