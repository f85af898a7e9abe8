"""Codes: the only way into an unlisted club, and they tell nothing to anybody else."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from clubs import belonging, clock
from clubs.belonging import Standing, codes
from clubs.db import db
from clubs.models.clubs import Audience, Club, Step
from clubs.models.people import Person
from tests.factories import ZONE, Builder
from tests.membership.conftest import Kept
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
REFUSED = "This code opens nothing now"


@pytest.fixture
def sponsor(build: Builder) -> Person:
    return build.staff()


@pytest.fixture
def club(build: Builder, sponsor: Person) -> Club:
    return build.club(Step.UNLISTED, sponsor=sponsor)


def made(build: Builder, club: Club, *, uses: int = 1, days: int = 7) -> str:
    with build.site():
        until = clock.today(ZONE) + clock.days(days)
        return codes.make(club, uses=uses, expires_on=until)


def uses_left(build: Builder, club: Club) -> list[int]:
    with build.site():
        return [one.uses_left for one in codes.of_club(club)]


def shown_code(answer: Answer) -> str:
    shown = answer.page.select_one(".copy input")
    assert shown is not None
    return str(shown["value"])


def test_the_sponsor_makes_a_code_that_is_shown_once(
    build: Builder, visitor: Visit, club: Club, sponsor: Person
) -> None:
    visit = visitor(sponsor)
    page = visit.get(f"/c/{club.id}/codes")
    done = visit.submit(page, expect=200, uses="3", days="5")
    code = shown_code(done)
    again = visit.get(f"/c/{club.id}/codes")
    assert code not in again.text
    assert uses_left(build, club) == [3]
    with build.site():
        row = db.session.execute(text("SELECT * FROM invite_code")).one()
    assert code not in str(row)
    assert code.replace("-", "") not in str(row)


def test_a_right_code_leads_to_asking_and_is_counted_only_then(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    student, code = build.student(), made(build, club, uses=2)
    visit = visitor(student)
    page = visit.submit(visit.get("/code"), expect=200, code=f" {code.lower()} ")
    assert club.name in page.words
    assert uses_left(build, club) == [2]
    visit.get(f"/c/{club.id}", expect=404)
    done = visit.submit(page, handle="River", note="Hello")
    assert done.location == "/my-clubs"
    assert kept.standing(club, student) is Standing.ASKED
    assert uses_left(build, club) == [1]
    assert kept.mails() == 1


def test_the_suggestion_and_mistakes_keep_the_code(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    build.member(club, build.student(), handle="River")
    student, code = build.student(), made(build, club)
    visit = visitor(student)
    page = visit.submit(visit.get("/code"), expect=200, code=code)
    page = visit.submit(page, expect=200, suggest="1")
    page = visit.submit(page, expect=422, handle="")
    page = visit.submit(page, expect=422, handle="river")
    assert "Somebody goes by that name" in page.words
    assert uses_left(build, club) == [1]
    visit.submit(page, handle="Ocean")
    assert kept.standing(club, student) is Standing.ASKED


def test_every_code_that_opens_nothing_is_answered_the_same(
    build: Builder, visitor: Visit, club: Club
) -> None:
    elsewhere = build.club(Step.UNLISTED, school_id=build.another_school().id)
    grown_ups = build.club(Step.UNLISTED, audience=Audience.CAREGIVERS)
    listed = build.club(Step.CONFIDENTIAL)
    wrong = {
        "wrong": "QQQQ-QQQQ-QQQQ",
        "expired": made(build, club, days=-1),
        "used up": made(build, club, uses=0),
        "other school": made(build, elsewhere),
        "not for them": made(build, grown_ups),
        "needs no code": made(build, listed),
    }
    answers = set()
    for code in wrong.values():
        visit = visitor(build.student())
        answer = visit.post("/code", {"code": code}, expect=422)
        assert REFUSED in answer.words
        answers.add(answer.words.replace(code, ""))
        fields = {"code": code, "handle": "River"}
        refused = visit.post("/code/ask", fields, expect=422)
        assert REFUSED in refused.words
    assert len(answers) == 1


def test_no_code_at_all_is_a_mistake(build: Builder, visitor: Visit) -> None:
    visitor(build.student()).post("/code", {"code": " "}, expect=422)


def test_trying_too_often_is_answered_like_a_wrong_code(
    build: Builder, visitor: Visit, club: Club
) -> None:
    student, code = build.student(), made(build, club)
    visit = visitor(student)
    for _ in range(10):
        visit.post("/code", {"code": "wrong"}, expect=422)
    assert REFUSED in visit.post("/code", {"code": code}, expect=422).words
    fields = {"code": code, "handle": "River"}
    assert REFUSED in visit.post("/code/ask", fields, expect=422).words
    visitor(build.student()).post("/code", {"code": code}, expect=200)


def test_another_account_on_the_same_device_is_slowed_down_as_well(
    build: Builder, visitor: Visit, club: Club
) -> None:
    code, device = made(build, club), "A" * 43 + "="
    for _ in range(4):
        visit = visitor(build.student())
        visit.client.set_cookie("device", device)
        for _ in range(8):
            visit.post("/code", {"code": "wrong"}, expect=422)
    visit = visitor(build.student())
    visit.client.set_cookie("device", device)
    assert REFUSED in visit.post("/code", {"code": code}, expect=422).words


def test_asking_twice_with_a_code_counts_once(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    student, code = build.student(), made(build, club, uses=5)
    visit = visitor(student)
    visit.post("/code/ask", {"code": code, "handle": "River"})
    again = visit.post("/code/ask", {"code": code, "handle": "Ocean"})
    assert again.location == "/my-clubs"
    visit.post("/code", {"code": code})
    assert uses_left(build, club) == [4]
    assert [one.handle for one in kept.everybody(club)] == ["River"]


def test_a_code_works_as_often_as_was_said(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    code = made(build, club, uses=1)
    visitor(build.student()).post("/code/ask", {"code": code, "handle": "River"})
    late = {"code": code, "handle": "Ocean"}
    assert REFUSED in visitor(build.student()).post("/code/ask", late, expect=422).words
    with build.site():
        assert not codes.use(club.school_id, code, clock.today(ZONE))


def test_the_sponsor_ends_a_code(
    build: Builder, visitor: Visit, club: Club, sponsor: Person
) -> None:
    code = made(build, club)
    visit = visitor(sponsor)
    visit.submit(visit.get(f"/c/{club.id}/codes"), action="/codes/end")
    assert uses_left(build, club) == []
    visitor(build.student()).post("/code", {"code": code}, expect=422)


def test_codes_are_the_sponsors_alone(build: Builder, visitor: Visit, club: Club) -> None:
    leader = build.student()
    build.member(club, leader, role=belonging.Role.LEADER)
    visitor(leader).get(f"/c/{club.id}/codes", expect=403)
    visitor(leader).post(f"/c/{club.id}/codes", {"uses": "1", "days": "1"}, expect=403)
    visitor(leader).post(f"/c/{club.id}/codes/end", {"code_id": "x"}, expect=403)
    visitor(build.staff()).get(f"/c/{club.id}/codes", expect=404)
    assert uses_left(build, club) == []


def test_a_club_that_can_be_found_needs_no_codes(build: Builder, visitor: Visit) -> None:
    sponsor = build.staff()
    club = build.club(Step.CONFIDENTIAL, sponsor=sponsor)
    visitor(sponsor).get(f"/c/{club.id}/codes", expect=403)


@pytest.mark.parametrize(
    "uses, days", [("0", "5"), ("5", "0"), ("x", "5"), ("101", "5"), ("", "")]
)
def test_a_code_has_an_end(
    build: Builder, visitor: Visit, club: Club, sponsor: Person, uses: str, days: str
) -> None:
    visitor(sponsor).post(f"/c/{club.id}/codes", {"uses": uses, "days": days}, expect=422)
    assert uses_left(build, club) == []
