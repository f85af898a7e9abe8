"""What is listed or shown: escaped, labelled, and in words as well as in colour."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask

from clubs.web.pattern import pattern_svg
from tests.design.pages import SVG, parsed, render, request_to, words

LISTS = '{% import "layout/lists.html" as lists with context %}'
CHARTS = '{% import "layout/charts.html" as charts with context %}'


@dataclass(frozen=True)
class Entry:
    when: str = "Tuesday"
    who: str = "Ms Okafor"
    what: str = "Accepted"
    words: str = "Happy to."


def shown(bare: Flask, call: str, imports: str = LISTS, **given: Any) -> Any:
    with request_to(bare):
        return parsed(render(bare, imports + call, **given))


EVERY_MACRO = {
    "empty": "{{ lists.empty(evil, evil, '/p', evil) }}",
    "table": "{% call lists.table(evil, [evil, evil]) %}"
    "{{ lists.row([evil, evil], [evil, evil]) }}{% endcall %}",
    "tag": "{{ lists.tag(evil) }}",
    "facts": "{{ lists.facts([(evil, evil)]) }}",
    "card": "{% call lists.cards() %}"
    "{{ lists.card('/c', evil, evil, evil, [(evil, evil)], step=evil) }}{% endcall %}",
    "today": "{% call lists.today(evil) %}"
    "{{ lists.occasion(evil, evil, '/m', evil, evil) }}{% endcall %}",
    "waiting": "{% call lists.waiting(evil, evil, '/x', late=True, text=evil) %}"
    "{% endcall %}",
    "note": "{% call lists.note('stop') %}<p>{{ evil }}</p>{% endcall %}",
    "timeline": "{{ lists.timeline([entry]) }}",
    "difference": "{{ lists.difference([(evil, evil, evil), (evil, '', '')]) }}",
    "pager": "{{ lists.pager(evil, evil) }}",
    "progress": "{{ lists.progress(3, 10, evil) }}",
    "who_sees": "{{ lists.who_sees(evil) }}",
    "tick_table": "{{ lists.tick_table(evil, [evil, evil], [(evil, [evil])]) }}",
    "person_note": "{{ lists.person_note(evil, evil, evil, mine=True) }}",
    "next_steps": "{{ lists.next_steps([evil]) }}",
}


@pytest.mark.parametrize("call", EVERY_MACRO.values(), ids=EVERY_MACRO.keys())
def test_whatever_people_type_stays_words(bare: Flask, call: str) -> None:
    evil = "\"><script>alert('x')</script>"
    entry = Entry(evil, evil, evil, evil)
    tree = shown(bare, call, evil=evil, entry=entry)
    assert list(tree.iter("script")) == []


def test_every_list_macro_is_tried(bare: Flask) -> None:
    with request_to(bare):
        macros = bare.jinja_env.get_template("layout/lists.html").make_module({})
        public = {name for name in dir(macros) if not name.startswith("_")}
    assert public - {"icon", "row", "cards", "occasion"} == set(EVERY_MACRO)


def test_a_table_tells_each_cell_its_heading_for_the_phone(bare: Flask) -> None:
    call = (
        "{% set heads = ['Who', 'Since'] %}{% call lists.table('Requests', heads) %}"
        "{{ lists.row(heads, ['Maple', '2 days']) }}{% endcall %}"
    )
    tree = shown(bare, call)
    assert words(next(tree.iter("caption"))) == "Requests"
    assert [each.get("scope") for each in tree.iter("th")] == ["col", "col", "row"]
    assert next(tree.iter("td")).get("data-label") == "Since"


def test_yes_and_no_are_words_not_only_colours(bare: Flask) -> None:
    call = (
        "{{ lists.tick_table('Who sees what', ['Who', 'It exists', 'Who belongs'],"
        " [('A classmate', [True, False]), ('A caregiver', ['Name only', False])]) }}"
    )
    said = [words(each) for each in shown(bare, call).iter("td")]
    assert said == ["Yes", "No", "Name only", "No"]


def test_a_change_is_told_in_words_too(bare: Flask) -> None:
    call = "{{ lists.difference([('Name', 'Chess', 'Chess and Talk')]) }}"
    assert words(shown(bare, call)) == "Name Before Chess After Chess and Talk"


@pytest.mark.parametrize("step", ["Join", "Ask to join"])
def test_cards_look_alike_for_every_step(bare: Flask, step: str) -> None:
    call = "{{ lists.card('/c/1', 'Chess', 'Games', 'Play.', pattern=pattern, step=step) }}"
    tree = shown(bare, call, pattern=pattern_svg("1"), step=step)
    assert [each.get("class") for each in tree.iter() if each.get("class")] == [
        "card", "pattern", "second", "tags", "tag", "tag",
    ]  # fmt: skip


def test_an_occasion_may_carry_a_button_or_none(bare: Flask) -> None:
    call = (
        "{% call lists.occasion('12:10', 'Chess') %}<p>more</p>{% endcall %}"
        "{{ lists.occasion('12:20', 'Film') }}"
    )
    assert words(shown(bare, call)) == "12:10 Chess more 12:20 Film"


def test_no_pages_no_pager(bare: Flask) -> None:
    assert list(shown(bare, "{{ lists.pager(None, None) }}").iter("nav")) == []


def test_progress_is_said_in_figures(bare: Flask) -> None:
    assert "3 of 10" in words(shown(bare, "{{ lists.progress(3, 10, 'People read') }}"))


@pytest.mark.parametrize("direction, x", [("ltr", "0%"), ("rtl", "50.0%")])
def test_bars_have_their_figures_beside_them(bare: Flask, direction: str, x: str) -> None:
    rows = [("May", 20, "20"), ("June", 10, "10 to 15"), ("July", None, "fewer than 10")]
    call = "{{ charts.bars('How many came', 'Month', 'People', rows) }}"
    with request_to(bare, dir=direction):
        tree = parsed(render(bare, CHARTS + call, rows=rows))
    assert [words(each) for each in tree.iter("td")] == ["20", "10 to 15", "fewer than 10"]
    bars = [each for each in tree.iter(SVG + "rect") if each.get("class") is None]
    assert [each.get("width") for each in bars] == ["100.0%", "50.0%", "0.0%"]
    assert bars[1].get("x") == x


def test_bars_of_nothing_are_no_mistake(bare: Flask) -> None:
    call = "{{ charts.bars('How many came', 'Month', 'People', [('May', 0, '0')]) }}"
    assert words(next(shown(bare, call, CHARTS).iter("td"))) == "0"
