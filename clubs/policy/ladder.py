"""The privacy ladder as a table: what each kind of eye sees on each step.

This is the table of PRIVACY.md. SQL conditions, club pages, "Who can see this?" and
"view as" are all computed from it, so that none of them can say anything else.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from clubs.models.clubs import Step


class Eye(StrEnum):
    """How somebody stands to a club. The first four are outsiders."""

    CLASSMATE = "classmate"
    STAFF = "staff"
    CAREGIVER = "caregiver"
    ADMIN = "admin"
    MEMBER = "member"
    LEADER = "leader"
    SPONSOR = "sponsor"


INSIDE = (Eye.MEMBER, Eye.LEADER, Eye.SPONSOR)
RUNNING = (Eye.LEADER, Eye.SPONSOR)


class People(StrEnum):
    """How the people of a club appear."""

    NOBODY = "nobody"
    HANDLES = "handles"
    NAMES = "names"


@dataclass(frozen=True)
class Sight:
    """What one eye sees of a club on one step."""

    finds: bool
    page: bool
    when: bool
    people: People
    runs: bool = False


@cache
def sight(step: Step, eye: Eye) -> Sight:
    inside, runs = eye in INSIDE, eye in RUNNING
    if step is Step.OPEN:
        people = People.NAMES if inside else People.NOBODY
        return Sight(finds=True, page=True, when=True, people=people, runs=runs)
    if step is Step.PRIVATE:
        people = People.HANDLES if inside else People.NOBODY
        return Sight(finds=True, page=True, when=True, people=people, runs=runs)
    listed = step is Step.CONFIDENTIAL
    return Sight(
        finds=listed or inside,
        page=(listed and eye is not Eye.CAREGIVER) or inside,
        when=inside,
        people=People.HANDLES if runs else People.NOBODY,
        runs=runs,
    )


def steps_found_by(eye: Eye) -> list[Step]:
    return [step for step in Step if sight(step, eye).finds]


def steps_read_by(eye: Eye) -> list[Step]:
    """Steps on which this eye reads a club's page."""
    return [step for step in Step if sight(step, eye).page]


def steps_timed_for(eye: Eye) -> list[Step]:
    """Steps on which this eye sees when and where a club meets."""
    return [step for step in Step if sight(step, eye).when]


class WayIn(StrEnum):
    """How one joins."""

    ONE_STEP = "one_step"
    ASK = "ask"
    CODE = "code"


WAY_IN = {
    Step.OPEN: WayIn.ONE_STEP,
    Step.PRIVATE: WayIn.ASK,
    Step.CONFIDENTIAL: WayIn.ASK,
    Step.UNLISTED: WayIn.CODE,
}

# Who says yes to somebody who asks.
ANSWERERS: dict[Step, tuple[Eye, ...]] = {
    Step.OPEN: RUNNING,
    Step.PRIVATE: RUNNING,
    Step.CONFIDENTIAL: (Eye.SPONSOR,),
    Step.UNLISTED: (Eye.SPONSOR,),
}

# Steps on which members are mailed without having asked for it.
MAILED_BY_DEFAULT = (Step.OPEN,)


def wants_mail(step: Step, *, said: bool | None) -> bool:
    """Whether somebody is mailed about a club: as they said themself, else by its step.

    The mail is the same for everybody and names no club; but above *open* already that
    there is one could be asked about at home, so that there one asks for it (P15).
    """
    return step in MAILED_BY_DEFAULT if said is None else said


# Steps on which a club may have a public calendar of its own, which anybody can read who
# has its address; and those on which calendars say its name, the school's among them.
IN_A_FEED = (Step.OPEN, Step.PRIVATE)
NAMED_IN_FEEDS = (Step.OPEN,)
