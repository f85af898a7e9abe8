"""The privacy ladder, line by line as PRIVACY.md has it."""

import pytest

from clubs.models.clubs import Step
from clubs.policy.ladder import (
    ANSWERERS,
    WAY_IN,
    Eye,
    People,
    WayIn,
    sight,
    wants_mail,
)

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step
NOBODY, HANDLES, NAMES = People

# fmt: off
TABLE = [
    # step          eye             finds  page   when   people
    (OPEN,          Eye.CLASSMATE,  True,  True,  True,  NOBODY),
    (OPEN,          Eye.STAFF,      True,  True,  True,  NOBODY),
    (OPEN,          Eye.CAREGIVER,  True,  True,  True,  NOBODY),
    (OPEN,          Eye.ADMIN,      True,  True,  True,  NOBODY),
    (OPEN,          Eye.MEMBER,     True,  True,  True,  NAMES),
    (OPEN,          Eye.LEADER,     True,  True,  True,  NAMES),
    (OPEN,          Eye.SPONSOR,    True,  True,  True,  NAMES),
    (PRIVATE,       Eye.CLASSMATE,  True,  True,  True,  NOBODY),
    (PRIVATE,       Eye.STAFF,      True,  True,  True,  NOBODY),
    (PRIVATE,       Eye.CAREGIVER,  True,  True,  True,  NOBODY),
    (PRIVATE,       Eye.ADMIN,      True,  True,  True,  NOBODY),
    (PRIVATE,       Eye.MEMBER,     True,  True,  True,  HANDLES),
    (PRIVATE,       Eye.LEADER,     True,  True,  True,  HANDLES),
    (PRIVATE,       Eye.SPONSOR,    True,  True,  True,  HANDLES),
    (CONFIDENTIAL,  Eye.CLASSMATE,  True,  True,  False, NOBODY),
    (CONFIDENTIAL,  Eye.STAFF,      True,  True,  False, NOBODY),
    (CONFIDENTIAL,  Eye.CAREGIVER,  True,  False, False, NOBODY),
    (CONFIDENTIAL,  Eye.ADMIN,      True,  True,  False, NOBODY),
    (CONFIDENTIAL,  Eye.MEMBER,     True,  True,  True,  NOBODY),
    (CONFIDENTIAL,  Eye.LEADER,     True,  True,  True,  HANDLES),
    (CONFIDENTIAL,  Eye.SPONSOR,    True,  True,  True,  HANDLES),
    (UNLISTED,      Eye.CLASSMATE,  False, False, False, NOBODY),
    (UNLISTED,      Eye.STAFF,      False, False, False, NOBODY),
    (UNLISTED,      Eye.CAREGIVER,  False, False, False, NOBODY),
    (UNLISTED,      Eye.ADMIN,      False, False, False, NOBODY),
    (UNLISTED,      Eye.MEMBER,     True,  True,  True,  NOBODY),
    (UNLISTED,      Eye.LEADER,     True,  True,  True,  HANDLES),
    (UNLISTED,      Eye.SPONSOR,    True,  True,  True,  HANDLES),
]
# fmt: on


@pytest.mark.parametrize("step,eye,finds,page,when,people", TABLE)
def test_each_eye_sees_what_the_ladder_says(
    step: Step, eye: Eye, finds: bool, page: bool, when: bool, people: People
) -> None:
    seen = sight(step, eye)
    assert (seen.finds, seen.page, seen.when, seen.people) == (finds, page, when, people)
    assert seen.runs == (eye in (Eye.LEADER, Eye.SPONSOR))


def test_the_table_leaves_nobody_out() -> None:
    assert {(row[0], row[1]) for row in TABLE} == {
        (step, eye) for step in Step for eye in Eye
    }


def test_a_higher_step_never_shows_an_outsider_more() -> None:
    order = [NOBODY, HANDLES, NAMES]
    for eye in Eye:
        for lower, higher in zip(list(Step), list(Step)[1:], strict=False):
            low, high = sight(lower, eye), sight(higher, eye)
            assert (high.finds, high.page, high.when) <= (low.finds, low.page, low.when)
            assert order.index(high.people) <= order.index(low.people)


def test_how_one_joins_and_who_answers() -> None:
    assert list(WAY_IN.values()) == [WayIn.ONE_STEP, WayIn.ASK, WayIn.ASK, WayIn.CODE]
    assert ANSWERERS[CONFIDENTIAL] == ANSWERERS[UNLISTED] == (Eye.SPONSOR,)
    assert set(ANSWERERS[PRIVATE]) == {Eye.LEADER, Eye.SPONSOR}


@pytest.mark.parametrize("step", list(Step))
def test_above_open_nobody_is_mailed_who_has_not_asked_for_it(step: Step) -> None:
    assert wants_mail(step, said=None) is (step is OPEN)
    assert wants_mail(step, said=True)
    assert not wants_mail(step, said=False)
