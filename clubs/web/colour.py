"""The one colour a school chooses, adjusted so that everybody can read it."""

import colorsys
import re
from dataclasses import dataclass

DEFAULT_ACCENT = "#1b5e57"

# What lies under text in static/site.css: paper, card, sunk. A test keeps them alike.
LIGHT_SURFACES = ("#f8f3ea", "#fffdf8", "#efe7d9")
DARK_SURFACES = ("#1a191d", "#242327", "#2f2d32")

# WCAG 2.2, 1.4.6 Contrast (Enhanced).
READABLE = 7.0

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_STEPS = 200
# Strong colours glare on a dark ground.
_CALM = 0.5


@dataclass(frozen=True, slots=True)
class Accent:
    """One colour for text and buttons, what is written on it, and its softest tint."""

    accent: str
    on_accent: str
    soft: str


@dataclass(frozen=True, slots=True)
class AccentTokens:
    light: Accent
    dark: Accent

    def stylesheet(self) -> str:
        """The rules that put this accent in place of the one in site.css."""
        light, dark = _declarations(self.light), _declarations(self.dark)
        dark_rule = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        return f":root{{{light}}}{dark_rule}"


def accent_tokens(chosen: str) -> AccentTokens:
    """The chosen hue at 7:1 or more on every surface; the default if it is no colour."""
    hue, lightness, saturation = _hls(chosen)
    downwards = [lightness * step / _STEPS for step in range(_STEPS, -1, -1)]
    upwards = [1 - (1 - lightness) * step / _STEPS for step in range(_STEPS, -1, -1)]
    calmer = min(saturation, _CALM)
    tint = _hex(hue, 0.5, calmer)
    light = [_hex(hue, at, saturation) for at in downwards]
    dark = [_hex(hue, at, calmer) for at in upwards]
    return AccentTokens(
        light=_readable(light, tint, LIGHT_SURFACES),
        dark=_readable(dark, tint, DARK_SURFACES),
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two #rrggbb colours, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _readable(candidates: list[str], tint: str, surfaces: tuple[str, str, str]) -> Accent:
    paper, card, _ = surfaces
    soft = _mix(tint, paper, 0.16)
    accents = (Accent(each, card, soft) for each in candidates)
    # The last candidate is black or white, which reads on every one of our surfaces.
    return next(each for each in accents if _reads_on(each, surfaces))


def _reads_on(tried: Accent, surfaces: tuple[str, str, str]) -> bool:
    grounds = (*surfaces, tried.soft, tried.on_accent)
    return all(contrast(tried.accent, ground) >= READABLE for ground in grounds)


def _hls(chosen: str) -> tuple[float, float, float]:
    found = _HEX.fullmatch(chosen.strip())
    digits = found.group(1) if found else DEFAULT_ACCENT[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return colorsys.rgb_to_hls(*_channels(digits))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (value / 255 for value in bytes.fromhex(colour.lstrip("#")))
    return red, green, blue


def _hex(hue: float, lightness: float, saturation: float) -> str:
    return _written(colorsys.hls_to_rgb(hue, lightness, saturation))


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + bytes(round(value * 255) for value in channels).hex()


def _mix(colour: str, ground: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    red, green, blue = (top * share + below * (1 - share) for top, below in pairs)
    return _written((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _declarations(accent: Accent) -> str:
    return f"--accent:{accent.accent};--on-accent:{accent.on_accent};--soft:{accent.soft}"
