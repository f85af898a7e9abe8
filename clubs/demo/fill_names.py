"""Any number of believable clubs and schools, for filling a large database."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count as from_number

from clubs.demo.bells import EARLY_CLOSING_WEEKDAY
from clubs.demo.shapes import WAVES, Audience, Kind, Step, Wave, When

FIRST_WORDS = tuple(
    """
    Acorn Amber Aspen Aurora Birch Blue Bluebell Boreal Bridge Canoe Cedar Chinook Clover
    Compass Copper Cottonwood Crocus Driftwood Evergreen Fern Fireside Fireweed Foothills
    Garden Harbour Harvest Heron Hillside Juniper Kettle Lakeside Lantern Larch Lodgepole
    Magpie Maple Meadow Mosaic Northern Orchard Paddle Patchwork Pine Poplar Prairie Prism
    Quilt Ravine River Saskatoon Spruce Starlight Sunflower Tamarack Trailhead Wildflower
    Willow Window Woven
    """.split()
)

# Each kind: how often it comes, and what its clubs are called and about.
_KINDS: tuple[tuple[Kind, int, tuple[tuple[str, str], ...]], ...] = (
    ("alliance", 10, (
        ("GSA", "LGBTQ+ students and friends"),
        ("QSA", "queer and straight students together"),
        ("Rainbow Lunch", "LGBTQ+ students and friends, with food"),
    )),
    ("inclusion", 12, (
        ("Buddies", "friendship between students with and without disabilities"),
        ("Inclusion Crew", "making school life easier to join"),
        ("All-In Sports", "sport that everybody can play"),
    )),
    ("social", 24, (
        ("Board Games", "games and company"),
        ("Film Lunch", "short films and talk"),
        ("Conversation Table", "good company and easy talk"),
        ("Card Table", "card games for all levels"),
    )),
    ("justice", 10, (
        ("Human Rights Group", "human rights close to home"),
        ("Fair School Group", "fairness at school"),
        ("Climate Action", "climate, and what a school can do"),
    )),
    ("culture", 14, (
        ("Newcomers' Lunch", "new to the school, the city or Canada"),
        ("Culture Exchange", "food, music and stories from home"),
        ("Language Table", "practising languages together"),
    )),
    ("interest", 20, (
        ("Art Room", "drawing, painting and making"),
        ("Book Circle", "reading and talking about books"),
        ("Coding Corner", "small programs, made together"),
        ("Music Room", "playing and listening"),
        ("Garden Club", "growing things"),
    )),
    ("caregivers", 6, (
        ("Families' Evening", "caregivers sharing what helps"),
        ("Caregivers' Coffee", "talk among caregivers of our students"),
    )),
    ("committee", 4, (
        ("Code of Conduct Committee", "how we treat each other"),
        ("Bullying Prevention Committee", "a kinder school, planned together"),
    )),
)  # fmt: skip

_STEPS: tuple[tuple[Step, int], ...] = (
    ("open", 40),
    ("private", 20),
    ("confidential", 30),
    ("unlisted", 10),
)
# Early closing has no lunch C.
_TIMES: tuple[tuple[int, Wave], ...] = tuple(
    (weekday, wave)
    for weekday in range(5)
    for wave in WAVES
    if (weekday, wave) != (EARLY_CLOSING_WEEKDAY, "C")
)
_RINGS = ("", "North ", "South ", "East ", "West ", "Upper ", "Lower ", "Old ", "New ")


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkClub:
    """A club in outline: enough to fill a database with."""

    name: str
    kind: Kind
    step: Step
    no_list: bool
    audience: Audience
    focus: str
    weekday: int
    wave: Wave | None
    place: str

    @property
    def lunch(self) -> When:
        return "lunch" if self.wave else "after"

    @property
    def purpose(self) -> str:
        return f"Our group is about one thing: {self.focus}. We decide together what to do."

    @property
    def first_meeting(self) -> str:
        return "Come in and sit anywhere. Somebody says hello and shows you how it goes."


def club_names(count: int, seed: int) -> Iterator[BulkClub]:
    """`count` clubs, no name twice, all kinds and steps in believable shares."""
    rng = random.Random(seed)
    kinds = [kind for kind, share, _ in _KINDS for _ in range(share)]
    steps = [step for step, share in _STEPS for _ in range(share)]
    names = {kind: _names_of(bases, rng) for kind, _share, bases in _KINDS}
    for place in range(count):
        kind = rng.choice(kinds)
        name, focus = next(names[kind])
        step = rng.choice(steps)
        no_list = step in ("confidential", "unlisted") and rng.random() < 0.3
        yield _outline(place, kind=kind, step=step, no_list=no_list, name=name, focus=focus)


def school_names(count: int, seed: int) -> Iterator[str]:
    """`count` different names of made-up schools."""
    endings = ("ford", "view", "crest", "dale", "brook", "ridge", "field", "haven")
    stems = ("Maple", "Birch", "Aspen", "Spruce", "Alder", "Heron", "Clover", "Larch")
    names = [f"{stem}{ending}" for stem in stems for ending in endings]
    random.Random(seed).shuffle(names)
    for place in range(count):
        round_, index = divmod(place, len(names))
        number = f" {round_ + 1}" if round_ else ""
        yield f"{names[index]} High School{number}"


def _names_of(
    bases: tuple[tuple[str, str], ...], rng: random.Random
) -> Iterator[tuple[str, str]]:
    pairs = [(first, base) for first in FIRST_WORDS for base in bases]
    rng.shuffle(pairs)
    for number in from_number(1):
        ending = f" {number}" if number > 1 else ""
        for ring in _RINGS:
            for first, (base, focus) in pairs:
                yield f"{ring}{first} {base}{ending}", focus


def _outline(
    place: int, *, kind: Kind, step: Step, no_list: bool, name: str, focus: str
) -> BulkClub:
    """The club at this place of the list; no two have the same room at the same time."""
    audiences: dict[Kind, Audience] = {"caregivers": "caregivers", "committee": "mixed"}
    audience = audiences.get(kind, "students")
    at_lunch = audience == "students"
    weekday, wave = _TIMES[place % len(_TIMES)]
    return BulkClub(
        name=name,
        kind=kind,
        step=step,
        no_list=no_list,
        audience=audience,
        focus=focus,
        weekday=weekday if at_lunch else place % 5,
        wave=wave if at_lunch else None,
        place=_room(place) if at_lunch else f"Studio {1 + place // 5}",
    )


def _room(place: int) -> str:
    """On the fourth floor and above: the rooms of the written clubs are below."""
    return f"Room {400 + place // len(_TIMES)}"
