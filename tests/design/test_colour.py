"""Whatever colour a school picks, everybody can read it."""

import colorsys
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubs.web.colour import (
    DARK_SURFACES,
    DEFAULT_ACCENT,
    LIGHT_SURFACES,
    READABLE,
    Accent,
    accent_tokens,
    contrast,
)
from tests.design.tokens import DARK, LIGHT

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def reads_everywhere(accent: Accent, surfaces: tuple[str, ...]) -> bool:
    grounds = (*surfaces, accent.soft, accent.on_accent)
    return all(contrast(accent.accent, ground) >= READABLE for ground in grounds)


@given(colours)
def test_any_colour_becomes_readable_on_light_and_dark(chosen: str) -> None:
    tokens = accent_tokens(chosen)
    assert reads_everywhere(tokens.light, LIGHT_SURFACES)
    assert reads_everywhere(tokens.dark, DARK_SURFACES)


@given(colours)
def test_ink_reads_on_the_soft_tint_of_any_colour(chosen: str) -> None:
    tokens = accent_tokens(chosen)
    for name in ("ink", "quiet"):
        wanted = READABLE if name == "ink" else 4.5
        assert contrast(LIGHT[name], tokens.light.soft) >= wanted
        assert contrast(DARK[name], tokens.dark.soft) >= wanted


@given(colours)
def test_the_hue_stays(chosen: str) -> None:
    tokens = accent_tokens(chosen)
    for adjusted in (tokens.light.accent, tokens.dark.accent):
        if min(colourfulness(chosen), colourfulness(adjusted)) > 60:
            apart = abs(hue(chosen) - hue(adjusted))
            assert min(apart, 1 - apart) < 0.02


@given(st.text(max_size=12))
def test_nonsense_gives_the_default_and_nothing_of_it_reaches_the_page(typed: str) -> None:
    if re.fullmatch(r"\s*#?([0-9a-fA-F]{3}){1,2}\s*", typed):
        return
    assert accent_tokens(typed) == accent_tokens(DEFAULT_ACCENT)


@given(st.one_of(colours, st.text(max_size=30)))
def test_the_style_sheet_holds_six_colours_and_nothing_else(typed: str) -> None:
    sheet = accent_tokens(typed).stylesheet()
    bare = re.sub(r"#[0-9a-f]{6}\b", "", sheet)
    assert len(re.findall(r"#[0-9a-f]{6}\b", sheet)) == 6
    assert re.fullmatch(r"[a-z:(){}; @-]+", bare)


def test_short_and_long_forms_are_one_colour() -> None:
    assert accent_tokens("#0af") == accent_tokens("00AAFF") == accent_tokens(" #00aaff ")


def test_the_surfaces_are_those_of_the_style_sheet() -> None:
    names = ("paper", "card", "sunk")
    assert tuple(LIGHT[name] for name in names) == LIGHT_SURFACES
    assert tuple(DARK[name] for name in names) == DARK_SURFACES


def test_the_default_accent_is_that_of_the_style_sheet() -> None:
    tokens = accent_tokens(DEFAULT_ACCENT)
    for accent, sheet in ((tokens.light, LIGHT), (tokens.dark, DARK)):
        assert accent == Accent(sheet["accent"], sheet["on-accent"], sheet["soft"])


@pytest.mark.parametrize(
    "one, other, ratio",
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#ffffff", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def colourfulness(colour: str) -> int:
    return max(channels(colour)) - min(channels(colour))


def hue(colour: str) -> float:
    red, green, blue = (value / 255 for value in channels(colour))
    return colorsys.rgb_to_hls(red, green, blue)[0]
