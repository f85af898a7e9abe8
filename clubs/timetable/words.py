"""How cycle days are called."""


def cycle_said(cycle_day: int, *, letters: bool) -> str:
    """Such as "B" or "2" for the second day of a cycle."""
    return chr(ord("A") + cycle_day - 1) if letters else str(cycle_day)
