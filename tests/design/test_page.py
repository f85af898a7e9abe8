"""The shell of every page, and the pages that say something went wrong."""

import re

import pytest
from flask import Flask, flash
from markupsafe import Markup

from tests.design.pages import (
    LAYOUT,
    ROOT,
    SVG,
    Link,
    ids,
    parsed,
    render,
    request_to,
    words,
)

PAGE = (
    '{% extends "layout/page.html" %}{% block title %}Club{% endblock %}'
    "{% block content %}<h1>Chess</h1>{% endblock %}"
)
SCRIPTS = sorted((ROOT / "static").glob("*.js"))
BESIDE = PAGE + "{% block aside %}<h2>Beside</h2>{% endblock %}"
NAV = (Link("Today", current=True), Link("Waiting", count=3))


def test_a_page_is_valid_and_says_only_what_kind_it_is(bare: Flask) -> None:
    with request_to(
        bare, viewer=object(), nav=NAV, banner="A demo", school_name="Lakeview"
    ):
        tree = parsed(render(bare, PAGE))
    assert tree.get("lang") == "en"
    assert words(next(tree.iter("title"))) == "Club – Kindred"
    assert len(list(tree.iter("h1"))) == 1
    assert len(ids(tree)) == len(set(ids(tree)))
    assert (
        words(next(each for each in tree.iter("a") if each.get("aria-current"))) == "Today"
    )
    for said in ("A demo", "Lakeview", "3 waiting", "Skip to content", "Help now"):
        assert said in words(tree)


@pytest.mark.parametrize("viewer", [None, object()], ids=["visitor", "signed in"])
def test_leave_site_is_on_every_page_as_a_link(bare: Flask, viewer: object | None) -> None:
    with request_to(bare, viewer=viewer):
        tree = parsed(render(bare, PAGE))
    leave = [each for each in tree.iter("a") if "leave" in each.get("class", "").split()]
    assert [each.get("href") for each in leave] == ["/leave"]


def test_signing_out_is_a_post_for_who_is_signed_in(bare: Flask) -> None:
    with request_to(bare, viewer=object()):
        tree = parsed(render(bare, PAGE))
    form = next(tree.iter("form"))
    assert (form.get("method"), form.get("action")) == ("post", "/out")
    body = next(tree.iter("body"))
    assert (body.get("data-idle-seconds"), body.get("data-sign-in")) == ("900", "/in")


def test_a_visitor_has_no_form_and_no_idle_clock(bare: Flask) -> None:
    with request_to(bare):
        tree = parsed(render(bare, PAGE))
    assert list(tree.iter("form")) == []
    assert "data-idle-seconds" not in next(tree.iter("body")).attrib


def test_what_was_done_is_said_and_escaped(bare: Flask) -> None:
    with request_to(bare):
        flash("Your request <b>is</b> on its way.")
        assert "Your request &lt;b&gt;is&lt;/b&gt; on its way." in render(bare, PAGE)


def test_an_aside_is_there_only_when_it_says_something(bare: Flask) -> None:
    with request_to(bare):
        assert list(parsed(render(bare, PAGE)).iter("aside")) == []
        assert words(next(parsed(render(bare, BESIDE)).iter("aside"))) == "Beside"


def test_right_to_left_and_the_school_s_colour(bare: Flask) -> None:
    with request_to(bare, lang="ar", dir="rtl", accent_url="/accent.css"):
        tree = parsed(render(bare, PAGE))
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert "/accent.css" in {each.get("href") for each in tree.iter("link")}


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 429, 500, 503])
def test_an_error_says_the_same_to_everybody_and_touches_nothing(
    bare: Flask, code: int
) -> None:
    source = '{% extends "errors/error.html" %}'
    said = {"code": code, "title": "We can't find that page", "text": "Try the front page."}
    with request_to(bare):
        plain = render(bare, source, **said)
    with request_to(
        bare, viewer=object(), nav=NAV, banner="x", school_name="x", accent_url="x"
    ) as busy:
        flash("still to be said")
        assert render(busy, source, **said) == plain
    tree = parsed(plain)
    assert "Try the front page." in words(tree)
    assert list(tree.iter("form")) == []


@pytest.mark.parametrize(
    "template", sorted(LAYOUT.glob("*.html")), ids=lambda each: each.name
)
def test_no_template_of_ours_holds_script_or_style(template: object) -> None:
    source = (LAYOUT / str(template)).read_text()
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", source)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", source))
    assert "//" not in re.sub(r"\{#.*?#\}", "", source)


def test_scripts_store_nothing_and_ask_nobody() -> None:
    for script in SCRIPTS:
        source = script.read_text()
        for word in (
            "Storage",
            "cookie",
            "XMLHttp",
            "indexedDB",
            "caches",
            "eval",
        ):
            assert word not in source, f"{script.name} uses {word}"
    leave = (ROOT / "static" / "leave.js").read_text()
    asked = {path.name: re.findall(r"fetch\((.+?),", path.read_text()) for path in SCRIPTS}
    assert {name: urls for name, urls in asked.items() if urls} == {
        "leave.js": ["body.dataset.stay"]
    }, "one question only: to ourselves, that somebody is still here"
    assert "location.replace" in leave
    assert "location.href" not in leave


def test_every_icon_is_decoration(bare: Flask) -> None:
    source = (
        '{% import "layout/icons.html" as icons %}'
        "{% for name in icons.drawings %}{{ icons.icon(name) }}{% endfor %}"
    )
    with request_to(bare):
        tree = parsed(Markup(render(bare, source)))
    drawn = list(tree.iter(SVG + "svg"))
    assert len(drawn) >= 16
    assert {each.get("aria-hidden") for each in drawn} == {"true"}
