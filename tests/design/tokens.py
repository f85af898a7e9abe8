"""The custom properties of the style sheet, light and dark."""

import re

from tests.design.pages import STYLESHEET

CSS = STYLESHEET.read_text()
# What the browser reads: without our comments.
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})\b", block))


_blocks = re.findall(r":root\s*\{(.*?)\}", RULES, flags=re.DOTALL)
LIGHT = _tokens(_blocks[0])
DARK = LIGHT | _tokens(_blocks[1])
