"""How large a demo is to be."""

from dataclasses import dataclass

from clubs.demo.filling.clubs import FEWEST_CLUBS

# The first school as it was written, and smaller ones beside it.
_USUAL_PEOPLE, _SMALL_PEOPLE = 600, 120
_USUAL_CLUBS, _SMALL_CLUBS = 30, 8
_FEWEST_PEOPLE, _FEWEST_ELSEWHERE = 80, 30


class TooSmall(Exception):
    """There is not enough for the personas; the sentence says how much is needed."""


@dataclass(frozen=True)
class Size:
    """People and clubs of each school; the first has the personas."""

    people: tuple[int, ...]
    clubs: tuple[int, ...]
    seed: int = 1

    @property
    def shares(self) -> list[tuple[int, int]]:
        return list(zip(self.people, self.clubs, strict=True))


def size(people: int | None, clubs: int | None, schools: int, seed: int) -> Size:
    """What was asked for, shared among the schools; else the usual. Raises TooSmall."""
    wanted = Size(
        _shares(people, schools, _USUAL_PEOPLE, _SMALL_PEOPLE),
        _shares(clubs, schools, _USUAL_CLUBS, _SMALL_CLUBS),
        seed,
    )
    if wanted.people[0] < _FEWEST_PEOPLE or wanted.clubs[0] < FEWEST_CLUBS:
        raise TooSmall(
            f"The first school needs {_FEWEST_PEOPLE} people and {FEWEST_CLUBS} clubs."
        )
    if min(wanted.people) < _FEWEST_ELSEWHERE:
        raise TooSmall(f"Each school needs {_FEWEST_ELSEWHERE} people.")
    return wanted


def _shares(asked: int | None, schools: int, usual: int, small: int) -> tuple[int, ...]:
    if asked is None:
        return (usual, *[small] * (schools - 1))
    share, rest = divmod(asked, schools)
    return (share + rest, *[share] * (schools - 1))
