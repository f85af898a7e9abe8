"""Clubs that stand in a list twice under names that aren't quite the same.

Measured on a real list of 102 clubs (5,151 pairs): it holds two pairs of equal names and
one club listed in full and by its initials. All three are found and nothing else. The most
alike names of two different clubs there are “Diabetes” and “Disabled Student Union” (0.864)
and classes that differ in their year (0.875, and never compared by likeness).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel

from clubs.roster.reading import ClubRecord, LikelyDuplicate, WhyAlike
from clubs.roster.text import one_line

SIMILAR = 0.88
BY_INITIALS = 0.9
# Words that say only that it is a club.
PLAIN = frozenset(
    "club clubs group team society association chapter committee program school hs".split()
)
SMALL = frozenset("a an and of the for in on at".split())
WORD = re.compile(r"[^\W_]+")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """A record with what its name is compared by, worked out once."""

    record: ClubRecord
    words: tuple[str, ...]
    core: str
    digits: tuple[str, ...]
    initials: frozenset[str]


def named(record: ClubRecord) -> Named:
    every = words(record.name)
    main = tuple(word for word in every if word not in SMALL)
    initials = frozenset("".join(w[0] for w in some) for some in (every, main) if some[1:])
    core = " ".join(sorted(word for word in main if word not in PLAIN))
    digits = tuple(DIGITS.findall(core))
    return Named(record, every or (record.name,), core, digits, initials)


def likely_duplicates(records: Sequence[ClubRecord]) -> tuple[LikelyDuplicate, ...]:
    """Pairs that may be one club, the likeliest first."""
    pairs = combinations(map(named, records), 2)
    found = [pair for first, second in pairs if (pair := compared(first, second))]
    return tuple(sorted(found, key=lambda pair: -pair.score))


def compared(first: Named, second: Named) -> LikelyDuplicate | None:
    score, why = likeness(first, second)
    if not score:
        return None
    return LikelyDuplicate(first.record, second.record, round(score, 3), why)


def likeness(first: Named, second: Named) -> tuple[float, WhyAlike]:
    if first.words == second.words:
        return 1.0, WhyAlike.SAME_NAME
    if by_initials(first, second) or by_initials(second, first):
        return BY_INITIALS, WhyAlike.INITIALS
    # “Class of 2026” and “Class of 2027” look alike and are not.
    if not first.core or not second.core or first.digits != second.digits:
        return 0.0, WhyAlike.SIMILAR_NAME
    score = Indel.normalized_similarity(first.core, second.core, score_cutoff=SIMILAR)
    return score, WhyAlike.SIMILAR_NAME


def by_initials(short: Named, full: Named) -> bool:
    """Whether one is named by the other's initials and something else agrees too.

    Initials alone aren't enough: a Disabled and a Diabetes Student Union are both a DSU.
    """
    letters = short.words[0]
    if len(short.words) > 1 or not 3 <= len(letters) <= 6 or letters not in full.initials:
        return False
    same_room = set(short.record.understood.rooms) & set(full.record.understood.rooms)
    return bool(same_room) or letters in words(full.record.purpose or "")


def words(text: str) -> tuple[str, ...]:
    plain = one_line(text).casefold().replace("'", "").replace("’", "")
    return tuple(WORD.findall(plain))
