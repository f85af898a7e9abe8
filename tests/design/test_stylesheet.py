"""What the style sheet promises: readable, light, ours alone, right to left too."""

import gzip
import re

import pytest

from clubs.web.colour import READABLE, contrast
from tests.design.pages import ROOT, STYLESHEET
from tests.design.tokens import CSS, DARK, LIGHT, RULES

SURFACES = ("paper", "card", "sunk")
TEXT_ON = [
    *[(text, ground) for text in ("ink", "quiet", "accent", "stop") for ground in SURFACES],
    *[("today", ground) for ground in ("paper", "card", "today-soft")],
    *[("ink", ground) for ground in ("soft", "today-soft", "stop-soft")],
    *[("quiet", ground) for ground in ("today-soft", "stop-soft")],
    ("stop", "stop-soft"),
    ("accent", "soft"),
    ("on-accent", "accent"),
    ("paper", "ink"),
]
PHYSICAL = (
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)"
    r"|float|text-align:\s*(?:left|right))\s*(?=:|$)"
)


@pytest.mark.parametrize("text, ground", TEXT_ON)
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_the_highest_contrast(
    scheme: dict[str, str], text: str, ground: str
) -> None:
    assert contrast(scheme[text], scheme[ground]) >= READABLE


@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_can_be_seen(scheme: dict[str, str], ground: str) -> None:
    assert contrast(scheme["edge"], scheme[ground]) >= 3


def test_dark_gives_every_colour_another_value() -> None:
    assert {name for name in LIGHT if LIGHT[name] == DARK[name]} == set()


def test_it_is_small() -> None:
    assert len(gzip.compress(STYLESHEET.read_bytes())) <= 6 * 1024


def test_a_first_visit_stays_under_75_kilobytes() -> None:
    fonts = sum(each.stat().st_size for each in (ROOT / "static/fonts").glob("*.woff2"))
    scripts = sum(
        len(gzip.compress(each.read_bytes()))
        for each in [*(ROOT / "static").glob("*.js"), *(ROOT / "static").glob("icon.*")]
    )
    page_and_style = 14 * 1024
    assert fonts + scripts + page_and_style < 75_000


def test_nothing_knows_left_from_right() -> None:
    rules = re.sub(r"@media[^{]*", "", RULES)
    rules = re.sub(r'\[dir="rtl"\][^}]*\}', "", rules)
    assert re.findall(PHYSICAL, rules) == []
    four_sides = r"(?:margin|padding|inset):(?:\s+[^\s;]+){4};"
    assert re.findall(four_sides, rules) == []


def test_nothing_is_fetched_from_anybody_else() -> None:
    assert "@import" not in RULES
    addresses = re.findall(r"url\(([^)]*)\)", RULES)
    assert addresses
    for address in addresses:
        name, _, version = address.partition("?v=")
        assert (STYLESHEET.parent / name).is_file()
        assert version, "without a version it is not kept"


def test_every_layer_has_its_place() -> None:
    order = "@layer reset, tokens, base, layout, components, print;"
    assert order in CSS
    for layer in ("reset", "tokens", "base", "layout", "components", "print"):
        assert f"@layer {layer} {{" in CSS


@pytest.mark.parametrize(
    "condition",
    [
        "prefers-color-scheme: dark",
        "prefers-reduced-motion",
        "forced-colors: active",
        "print",
    ],
)
def test_it_answers_what_people_ask_of_their_device(condition: str) -> None:
    assert re.search(rf"@media[^{{]*{condition}", RULES)


def test_calm_means_no_gradients() -> None:
    assert "gradient" not in RULES


def test_fonts_come_with_their_licence() -> None:
    assert "SIL Open Font License" in (ROOT / "static/fonts/OFL.txt").read_text()
