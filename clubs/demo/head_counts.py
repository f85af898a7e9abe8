"""How many came: believable figures for a term of meetings."""

import random

# A term as schools know it: curious at first, steady, thin around exams and storms.
TERM = (1.25, 1.2, 1.1, 1.0, 1.0, 0.95, 0.85, 0.7, 0.95, 1.05, 1.0, 1.0, 0.95, 0.8, 0.65)


def head_count(rng: random.Random, base: int, week: int) -> int:
    """How many came in the term's week (0 is the first); never below 2, never a name."""
    expected = base * TERM[week % len(TERM)]
    spread = max(1.0, expected * 0.15)
    return max(2, round(rng.gauss(expected, spread)))
