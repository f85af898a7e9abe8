"""The demo schools' kinds of days, and when their slots are."""

from datetime import time
from typing import Literal

Times = dict[str, tuple[time, time]]
BEFORE, AFTER = "Before school", "After school"
REGULAR, EARLY_CLOSING, ASSEMBLY = "Regular", "Early closing", "Assembly"
EARLY_CLOSING_WEEKDAY = 2
CYCLE_LENGTH = 6

SLOTS: dict[str, Literal["before", "period", "lunch", "flex", "after"]] = {
    BEFORE: "before",
    "Period 1": "period",
    "Period 2": "period",
    "A": "lunch",
    "B": "lunch",
    "C": "lunch",
    "Flex": "flex",
    "Period 3": "period",
    "Period 4": "period",
    AFTER: "after",
}

# Classes go on for everybody whose lunch it is not, so no period stands at lunch.
BELLS: dict[str, Times] = {
    REGULAR: {
        BEFORE: (time(7, 45), time(8, 25)),
        "Period 1": (time(8, 30), time(9, 50)),
        "Period 2": (time(9, 55), time(11, 15)),
        "A": (time(11, 20), time(11, 55)),
        "B": (time(12, 0), time(12, 35)),
        "C": (time(12, 40), time(13, 15)),
        "Flex": (time(13, 20), time(13, 50)),
        "Period 3": (time(13, 55), time(14, 35)),
        "Period 4": (time(14, 40), time(15, 20)),
        AFTER: (time(15, 30), time(16, 30)),
    },
    # School ends at one, with two lunches: who has lunch C eats with A or with B.
    EARLY_CLOSING: {
        BEFORE: (time(7, 45), time(8, 25)),
        "Period 1": (time(8, 30), time(9, 30)),
        "Period 2": (time(9, 35), time(10, 35)),
        "A": (time(10, 40), time(11, 15)),
        "B": (time(11, 20), time(11, 55)),
        "Period 3": (time(12, 0), time(12, 30)),
        "Period 4": (time(12, 35), time(13, 5)),
        AFTER: (time(13, 15), time(14, 15)),
    },
    # The assembly comes first, and everything else a little later; no flex.
    ASSEMBLY: {
        BEFORE: (time(7, 45), time(8, 25)),
        "Period 1": (time(9, 45), time(10, 40)),
        "Period 2": (time(10, 45), time(11, 40)),
        "A": (time(11, 45), time(12, 20)),
        "B": (time(12, 25), time(13, 0)),
        "C": (time(13, 5), time(13, 40)),
        "Period 3": (time(13, 45), time(14, 30)),
        "Period 4": (time(14, 35), time(15, 20)),
        AFTER: (time(15, 30), time(16, 30)),
    },
}
