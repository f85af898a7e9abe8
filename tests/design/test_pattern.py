"""Patterns: alike for every club, the same each time, and nothing but shapes."""

import gzip
import re

from hypothesis import given
from hypothesis import strategies as st

from clubs.web.pattern import pattern_svg
from tests.design.pages import parsed


@given(st.text())
def test_the_same_club_always_has_the_same_pattern(opaque_id: str) -> None:
    assert pattern_svg(opaque_id) == pattern_svg(opaque_id)


@given(st.text())
def test_a_pattern_holds_shapes_and_nothing_of_the_id(opaque_id: str) -> None:
    svg = pattern_svg(opaque_id)
    assert re.fullmatch(
        r'<svg class="pattern" viewBox="0 0 8 2" aria-hidden="true" focusable="false"'
        r' preserveAspectRatio="xMidYMid slice"><path d="[MhvazZ0-9 -]*"/>'
        r'<path class="second" d="[MhvazZ0-9 -]*"/></svg>',
        svg,
    )
    assert len(re.findall(r"M\d", svg)) == 16  # one shape in each tile
    parsed(svg)


def test_clubs_have_different_patterns() -> None:
    assert len({pattern_svg(f"club {number}") for number in range(500)}) == 500


def test_thirty_patterns_cost_a_page_little() -> None:
    many = "".join(pattern_svg(f"club {number}") for number in range(30))
    assert len(gzip.compress(many.encode())) < 4 * 1024
