"""Mail about a club: each member's own switch, and off above *open* until they ask."""

from collections.abc import Callable

import pytest

from clubs.belonging import Standing
from clubs.models.clubs import Step
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
ON, OFF = "You are reminded by mail.", "You are not reminded by mail."


@pytest.mark.parametrize("step", list(Step))
def test_a_member_switches_it_on_and_off(
    build: Builder, visitor: Visit, kept: Kept, step: Step
) -> None:
    club, member = build.club(step), build.student()
    build.member(club, member)
    visit = visitor(member)
    begins = step is Step.OPEN
    for on in (begins, not begins, begins):
        page = visit.get("/my-clubs")
        assert (ON if on else OFF) in page.words
        visit.submit(page, "/reminders")
        now = kept.of(club, member)
        assert now is not None
        assert now.reminders is not on
        assert now.standing is Standing.MEMBER


def test_the_page_says_what_a_reminder_looks_like(build: Builder, visitor: Visit) -> None:
    club, member = build.club(Step.CONFIDENTIAL), build.student()
    build.member(club, member)
    page = visitor(member).get("/my-clubs")
    assert "at about 16:00" in page.words
    assert "It says only “You have an update”" in page.words
    assert "It is the same for every club and everybody, and names none." in page.words


def test_without_a_list_nobody_can_be_reminded_and_the_page_says_so(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, member = build.club(Step.CONFIDENTIAL, no_list=True), build.student()
    build.member(club, member)
    visit = visitor(member)
    page = visit.get("/my-clubs")
    assert "This club keeps no list, so the site cannot write to you." in page.words
    assert "What a reminder is" not in page.words
    visit.post(f"/c/{club.id}/reminders", {"yes": "1"}, expect=403)
    now = kept.of(club, member)
    assert now is not None
    assert now.reminders is None


def test_it_is_for_members_only(build: Builder, visitor: Visit, kept: Kept) -> None:
    sponsor, asked = build.staff(), build.student()
    club = build.club(Step.CONFIDENTIAL, sponsor=sponsor)
    build.member(club, asked, standing=Standing.ASKED)
    for person in (sponsor, asked, build.student()):
        visit = visitor(person)
        assert "remind" not in visit.get("/my-clubs").words
        visit.post(f"/c/{club.id}/reminders", {"yes": "1"}, expect=403)
    unlisted = build.club(Step.UNLISTED)
    visitor(asked).post(f"/c/{unlisted.id}/reminders", {"yes": "1"}, expect=404)


def test_it_touches_nobody_elses_switch(build: Builder, visitor: Visit, kept: Kept) -> None:
    club, one, other = build.club(Step.PRIVATE), build.student(), build.student()
    for person in (one, other):
        build.member(club, person)
    visitor(one).post(f"/c/{club.id}/reminders", {"yes": "1"})
    theirs = kept.of(club, other)
    assert theirs is not None
    assert theirs.reminders is None
