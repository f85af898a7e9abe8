"""The small generated picture of a club: another one for each, of one kind for all."""

from hashlib import blake2b

from markupsafe import Markup

_COLUMNS, _ROWS = 8, 2

# A quarter of a disc of radius 1, its round side away from one corner of the tile.
_QUARTERS = (
    "M{x} {y}h1a1 1 0 0 1-1 1z",
    "M{right} {y}v1a1 1 0 0 1-1-1z",
    "M{right} {below}h-1a1 1 0 0 1 1-1z",
    "M{x} {below}v-1a1 1 0 0 1 1 1z",
)


def pattern_svg(opaque_id: str) -> Markup:
    """A decorative SVG that says nothing of a club: not its kind, step, age or name."""
    seed = blake2b(opaque_id.encode(), digest_size=_COLUMNS * _ROWS, person=b"pattern")
    tiles = [
        (byte >> 2 & 1, _QUARTERS[byte & 3].format(x=x, y=y, right=x + 1, below=y + 1))
        for byte, (x, y) in zip(seed.digest(), _places(), strict=True)
    ]
    first, second = ("".join(path for tone, path in tiles if tone == t) for t in (0, 1))
    return Markup(
        '<svg class="pattern" viewBox="0 0 8 2" aria-hidden="true" focusable="false"'
        ' preserveAspectRatio="xMidYMid slice">'
        f'<path d="{first}"/><path class="second" d="{second}"/></svg>'
    )


def _places() -> list[tuple[int, int]]:
    return [(x, y) for y in range(_ROWS) for x in range(_COLUMNS)]
