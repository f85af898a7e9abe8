"""Handles: told apart by people, not by code points."""

import unicodedata

from clubs.policy.viewer import Viewer

SHORTEST = 2
# Letters and figures that look alike, each brought to one (after Unicode TS #39, shortened
# to the alphabets of a Canadian school's keyboards).
_ALIKE = str.maketrans(
    {
        **dict(zip("авсеіјкмнорѕтухԁԛԝһѵ", "abceijkmhopstyxdqwhv", strict=True)),
        **dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True)),
        **dict(zip("013578l|!$@", "oiestbiiisa", strict=True)),
    }
)


def folded(handle: str) -> str:
    """What is left of a handle when case, accents, spaces and look-alikes are put aside."""
    plain = unicodedata.normalize("NFKD", handle).casefold()
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    alike = letters.translate(_ALIKE)
    return "".join(filter(str.isalnum, alike)) or letters


def holds_own_name(viewer: Viewer, handle: str) -> bool:
    """Whether a handle gives its owner's name away."""
    words = {folded(word) for word in handle.split()} | {folded(handle)}
    return any(
        folded(name) in words or (len(name) > 3 and folded(name) in folded(handle))
        for name in viewer.name.split()
    )
