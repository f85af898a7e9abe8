"""The record says in words what staff did: no code of ours is on its page."""

from collections.abc import Callable

import pytest

from clubs.audit import AuditAct, record
from clubs.models.clubs import ClubState, Step
from clubs.models.people import Office, PersonKind
from clubs.models.review import Reason
from clubs.review.words import REASONS
from clubs.school.acts import act_said, more_said
from tests.factories import Builder
from tests.visitor import Visitor


@pytest.mark.parametrize("act", AuditAct)
def test_every_act_has_words(build: Builder, act: AuditAct) -> None:
    with build.site():
        assert act_said(act) != act
        assert act_said(act)[0].isupper()


CODES = [*Reason, *ClubState, *Step, *PersonKind, *Office]


@pytest.mark.parametrize("code", CODES)
def test_every_code_beside_an_act_has_words(build: Builder, code: str) -> None:
    with build.site():
        said = more_said(code)
    assert "_" not in said
    assert said[0].isupper()


MORE = [
    ("open → private", "Open → Private"),
    ("confidential-without-a-list", "Confidential, with no list"),
    ("student: 12", "Students: 12"),
    ("new: 3, changed: 0, left: 1, refused: 0", "new: 3, changed: 0, left: 1, refused: 0"),
    ("accent, decision_days", "colour, days for a decision"),
    ("kind of day added", "a kind of day was added"),
    ("Something Else", "Something Else"),
    ("", ""),
]


@pytest.mark.parametrize("code, words", MORE)
def test_what_more_is_said(build: Builder, code: str, words: str) -> None:
    with build.site():
        assert more_said(code) == words


def test_an_act_of_another_version_stays_as_it_is() -> None:
    assert act_said("unheard_of") == "unheard_of"


def test_an_admin_reads_words(build: Builder, visitor: Callable[..., Visitor]) -> None:
    admin = build.admin()
    with build.acting(admin) as viewer:
        record(viewer, AuditAct.DECLINED, "proposal:x", Reason.SAFETY_PLAN.value)
        record(viewer, AuditAct.EVENT_CANCELLED, "event:x")
    words = visitor(admin).get("/school/record").words
    assert str(REASONS[Reason.SAFETY_PLAN]) in words
    assert "Cancelled an event" in words
    assert "safety_plan" not in words
