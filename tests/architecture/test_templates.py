"""What a template may hold: our layout, translated words, no script, no style."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.architecture.sources import PROJECT, name_of, templates, text_of

SAID = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands where a template prints something
SPOKEN = {"alt", "title", "placeholder", "aria-label", "aria-description"}
SILENT = {"script", "style", "svg"}
# Names and signs that are the same in every language.
SAME_EVERYWHERE = {"Kindred", "OneRoster", "CSV", "JSON", "ZIP"}
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL | re.IGNORECASE)
ASKS_ONLY = re.compile(r"<form\b[^>]*method=[\"']?get\b", re.IGNORECASE)
EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"']([^\"']+)")
WORD = re.compile(r"[^\W\d_]{2,}")


class Page(HTMLParser):
    """What stands in a template itself: its words and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.refused: list[str] = []
        self._silent = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in SILENT
        if tag == "style" or (tag == "script" and "src" not in given):
            self.refused.append(f"<{tag}>")
        self.refused += [name for name in given if name == "style" or name.startswith("on")]
        self.words += [given[name] or "" for name in SPOKEN & given.keys()]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def written(path: Path) -> Iterator[str]:
    """The template's own text, with SAID for what it prints, without what it translates."""
    translated = previous = ""
    for _line, kind, value in Environment().lex(text_of(path)):
        if kind == "name" and previous == "block_begin":
            translated = value if value in ("trans", "pluralize") else ""
        if kind == "data" and not translated:
            yield value
        if kind == "variable_begin":
            yield SAID
        if kind != "whitespace":
            previous = kind


def page_of(path: Path) -> Page:
    return Page("".join(written(path)))


def is_page(path: Path) -> bool:
    """Whether it is shown by itself: neither layout, nor a part, nor a notice."""
    folder = path.relative_to(PROJECT / "templates").parts[0]
    return folder not in ("layout", "notices") and not path.name.startswith("_")


def untranslated(path: Path) -> list[str]:
    said = [" ".join(words.replace(SAID, " ").split()) for words in page_of(path).words]
    return [words for words in said if set(WORD.findall(words)) - SAME_EVERYWHERE]


def rests_on(path: Path) -> Path:
    """What it extends, and so on down to a template that extends nothing."""
    while found := EXTENDS.search(text_of(path)):
        path = PROJECT / "templates" / found[1]
    return path


@pytest.fixture(params=templates(), ids=name_of)
def template(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_it_holds_neither_script_nor_style(template: Path) -> None:
    assert page_of(template).refused == []


def test_every_word_goes_through_gettext(template: Path) -> None:
    assert untranslated(template) == []


def test_every_form_that_changes_something_carries_the_csrf_value(template: Path) -> None:
    changing = [f for f in FORM.findall(text_of(template)) if not ASKS_ONLY.match(f)]
    assert [f for f in changing if "csrf" not in f and "caller()" not in f] == []


def test_a_page_extends_the_layout_and_has_a_title(template: Path) -> None:
    text = text_of(template)
    if is_page(template):
        assert rests_on(template).parent.name == "layout"
        assert re.search(r"\{%-?\s*block\s+title\b", text)


def test_no_template_names_another_site(template: Path) -> None:
    elsewhere = re.findall(
        r"(?:src|href|action)=[\"']?(?:https?:)?//[^\"'> ]*", text_of(template)
    )
    assert elsewhere == []


def test_the_checks_find_what_they_look_for(tmp_path: Path) -> None:
    words, tags = tmp_path / "words.html", tmp_path / "tags.html"
    words.write_text(
        "<p>{{ _('Yes') }} <b>Bare words</b> {% trans %}Fine{% endtrans %}</p>"
    )
    tags.write_text("<p onclick='x()' style='y'><script>z</script></p>")
    assert untranslated(words) == ["Bare words"]
    assert page_of(tags).refused == ["onclick", "style", "<script>"]
