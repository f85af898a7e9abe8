"""Gentle handles: two plain words that say nothing about the person."""

import random
from collections.abc import Iterator

# No colour that people use for people, and no word that hints at anything.
QUALITIES = (
    "Honey", "Blue", "Bright", "Calm", "Copper", "Cosy", "Crisp", "Early",
    "Frosty", "Gentle", "Golden", "Green", "Woven", "Silky", "Kind", "Lofty",
    "Lucky", "Mellow", "Hazy", "Morning", "Northern", "Patient", "Paper", "Quiet",
    "Restful", "Silver", "Sleepy", "Steady", "Little", "Snowy", "Soft", "Still",
    "Sunlit", "Teal", "Thoughtful", "Tidy", "Velvet", "Warm", "Wandering", "Winter",
)  # fmt: skip

THEMES = {
    "birds": (
        "Heron", "Chickadee", "Magpie", "Loon", "Owl", "Swallow", "Finch", "Bunting",
        "Grebe", "Plover", "Sandpiper", "Sparrow", "Kestrel", "Nuthatch", "Bluebird",
        "Ptarmigan", "Tern", "Waxwing", "Grouse", "Warbler",
    ),
    "trees": (
        "Birch", "Aspen", "Spruce", "Basswood", "Maple", "Larch", "Cedar", "Alder",
        "Poplar", "Sumac", "Elm", "Cottonwood", "Tamarack", "Chestnut", "Linden", "Oak",
        "Hawthorn", "Dogwood", "Pine", "Fir",
    ),
    "weather": (
        "Breeze", "Cloud", "Drizzle", "Snowfall", "Sunrise", "Chinook", "Rainfall",
        "Frost", "Thaw", "Mist", "Dew", "Sunbeam", "Evening", "Moonrise", "Starlight",
        "Puddle", "Hailstone", "Flurry", "Daybreak", "Hoarfrost",
    ),
    "animals": (
        "Otter", "Hare", "Beaver", "Moose", "Marmot", "Lynx", "Caribou", "Pika",
        "Badger", "Vole", "Marten", "Elk", "Turtle", "Bumblebee", "Ladybug", "Cricket",
        "Minnow", "Trout", "Dragonfly", "Firefly",
    ),
    "things": (
        "Thimble", "Teacup", "Kite", "Button", "Compass", "Mitten", "Canoe", "Ladder",
        "Kettle", "Pebble", "Paddle", "Notebook", "Pencil", "Quilt", "Window", "Basket",
        "Marble", "Blanket", "Bookmark", "Candle",
    ),
    "plants": (
        "Clover", "Bracken", "Wild Rose", "Yarrow", "Bluebell", "Cattail", "Crocus",
        "Fireweed", "Saskatoon", "Moss", "Sorrel", "Thistle", "Sunflower", "Acorn",
        "Buttercup", "Goldenrod", "Lupin", "Cowslip", "Bunchberry", "Lichen",
    ),
}  # fmt: skip


def handles_for(theme: str, seed: int, *, count: int = 40) -> tuple[str, ...]:
    """`count` different handles of one theme, always the same for the same seed."""
    rng = random.Random(f"{theme}:{seed}")
    pairs = [(quality, noun) for quality in QUALITIES for noun in THEMES[theme]]
    return tuple(" ".join(pair) for pair in rng.sample(pairs, count))


def any_handles(seed: int) -> Iterator[str]:
    """Every handle there is once, then again with a number: never the same one twice."""
    nouns = [noun for theme in THEMES.values() for noun in theme]
    every = [f"{quality} {noun}" for quality in QUALITIES for noun in nouns]
    random.Random(seed).shuffle(every)
    yield from every
    number = 2
    while True:
        yield from (f"{handle} {number}" for handle in every)
        number += 1
