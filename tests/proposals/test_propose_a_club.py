"""Somebody proposes a club."""

import pytest
from sqlalchemy import func, inspect, select

from clubs import belonging
from clubs.db import Model, db
from clubs.models.clubs import Club, ClubState, RiskAnswer, Sponsorship, Step
from clubs.models.review import Proposal, Stage
from tests.proposals.conftest import Cast
from tests.proposals.filling import fill, page_name, propose


def rows(cast: Cast, table: type[Model]) -> int:
    with cast.build.site():
        return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_a_proposal_goes_to_the_sponsor_who_was_chosen(cast: Cast) -> None:
    address = cast.proposed(words="We hope you say yes.")
    shown = cast.visit(cast.sponsor).get(address)
    assert "Our plan for disclosure." in shown.text
    page = shown.words
    for words in ("Lantern Table", "Waits for the sponsor", "Copper Wren"):
        assert words in page
    assert "We hope you say yes." in page


def test_it_makes_a_proposed_club_with_its_leader_and_plan(cast: Cast) -> None:
    address = cast.proposed(capacity="12")
    with cast.build.site():
        club = db.session.scalars(select(Club)).one()
        assert (club.state, club.step, club.capacity) == (
            ClubState.PROPOSED,
            Step.CONFIDENTIAL,
            12,
        )
        assert club.review_on is not None
        [leader] = belonging.in_club(club)
        assert leader.leads
        assert leader.handle == "Copper Wren"
    assert rows(cast, RiskAnswer) == 7
    assert rows(cast, Sponsorship) == 1
    cast.visit(cast.stranger).get(address, 404)
    cast.visit(cast.colleague).get(address, 404)


def test_without_a_sponsor_the_school_finds_one(cast: Cast) -> None:
    address = cast.proposed(sponsor="")
    assert "looking for a sponsor" in cast.visit(cast.admin).get(address).words


def test_the_privacy_page_starts_at_confidential_for_every_kind(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    page = visitor.submit(
        visitor.get("/propose"), expect=200, kind="interest", audience="mixed"
    )
    page = visitor.submit(
        page, expect=200, name="A", focus="b", purpose="c", first_meeting="d"
    )
    page = visitor.submit(page, expect=200)
    assert page_name(page) == "privacy"
    chosen = page.page.select_one("input[name=step][checked]")
    assert chosen is not None
    assert chosen["value"] == "confidential"
    assert "Caregivers read its page" in page.words


def test_nothing_is_stored_before_it_is_sent(cast: Cast) -> None:
    page = fill(cast.visit(cast.student))
    assert "Check your answers" in page.words
    for words in ("Lantern Table", "Copper Wren", "Please find us one", "Wednesday"):
        assert words in page.words
    assert rows(cast, Club) == rows(cast, Proposal) == 0


def test_answers_travel_sealed(cast: Cast) -> None:
    page = fill(cast.visit(cast.student))
    hidden = page.page.select_one("input[name=answers]")
    assert hidden is not None
    assert "Lantern" not in str(hidden["value"])
    assert "=" not in page.response.request.query_string.decode()


def test_back_keeps_even_what_is_not_finished(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    page = visitor.submit(
        visitor.get("/propose"), expect=200, kind="social", audience="students"
    )
    before = visitor.submit(page, expect=200, go="back", name="Half a name")
    assert page_name(before) == "kind"
    again = visitor.submit(before, expect=200)
    again = (
        visitor.submit(again, expect=200, go="about")
        if page_name(again) != "about"
        else again
    )
    assert "Half a name" in again.text


def test_an_answer_can_be_changed_on_the_way_out(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    page = visitor.submit(fill(visitor), expect=200, go="about")
    page = visitor.submit(page, expect=200, name="Lamp Table")
    assert page_name(page) == "check"
    assert "Lamp Table" in page.words


def test_sending_twice_makes_one_proposal(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    page = fill(visitor)
    assert visitor.submit(page).location == visitor.submit(page).location
    assert rows(cast, Proposal) == 1


def test_answers_of_somebody_else_or_made_up_are_refused(cast: Cast) -> None:
    page = fill(cast.visit(cast.student))
    other = cast.visit(cast.stranger)
    start = other.get("/propose")
    taken = page.page.select_one("input[name=answers]")
    assert taken is not None
    for answers in (str(taken["value"]), "made up", "", "ü"):
        other.submit(start, expect=400, answers=answers, page="check")
    assert rows(cast, Proposal) == 0


def test_pages_cannot_be_skipped(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    answer = visitor.submit(visitor.get("/propose"), expect=422, page="check")
    assert page_name(answer) == "kind"
    assert page_name(visitor.submit(visitor.get("/propose"), expect=200, page="x")) in (
        "people",
        "kind",
    )


def test_an_open_club_needs_no_safety_check(cast: Cast) -> None:
    address = cast.proposed(step="open")
    assert rows(cast, RiskAnswer) == 0
    assert "The safety check" not in cast.visit(cast.sponsor).get(address).text


@pytest.mark.parametrize(
    "page, wrong, sentence",
    [
        ("kind", {"kind": "secret"}, "Not a valid choice"),
        ("kind", {"audience": "caregivers"}, "Not a valid choice"),
        ("about", {"name": "n" * 81}, "at most 80"),
        ("about", {"name": "   "}, "write something"),
        ("about", {"purpose": "p" * 1001}, "at most 1000"),
        ("about", {"first_meeting": "f" * 1501}, "at most 1500"),
        ("when", {"review_on": ""}, "needs a day"),
        ("when", {"review_on": "2020-01-01"}, "within the next year"),
        ("when", {"review_on": "soon"}, "Not a valid date"),
        ("when", {"capacity": "0"}, "from 1 to 500"),
        ("when", {"capacity": "9" * 30}, "from 1 to 500"),
        ("when", {"weekday": "9"}, "Not a valid choice"),
        ("privacy", {"step": "open", "no_list": "y"}, "without a list"),
        ("privacy", {"step": "secret"}, "Not a valid choice"),
        ("safety", {"disclosure": ""}, "write something"),
        ("people", {"handle": ""}, "write something"),
        ("people", {"handle": "h" * 41}, "at most 40"),
        ("people", {"sponsor": "nobody"}, "Not a valid choice"),
        ("people", {"words": "w" * 1001}, "at most 1000"),
    ],
)
def test_mistakes_are_shown_and_words_kept(
    cast: Cast, page: str, wrong: dict[str, str], sentence: str
) -> None:
    visitor = cast.visit(cast.student)
    shown = visitor.submit(fill(visitor), expect=200, go=page)
    answer = visitor.submit(shown, expect=422, **wrong)
    assert page_name(answer) == page
    assert sentence in answer.words
    for words in wrong.values():
        assert words.strip() in answer.text or "choice" in sentence


def test_html_and_formulas_are_shown_as_text(cast: Cast) -> None:
    bad = "=1+1<script>alert(1)</script>"
    fields = "name focus purpose first_meeting handle words disclosure".split()
    address = cast.proposed(**{field: f"{bad}{field}"[:40] for field in fields})
    for person in (cast.sponsor, cast.admin, cast.student):
        page = cast.visit(person).get(address)
        assert "=1+1<script>alert(1)</script>" in page.words
        assert "<script>alert" not in page.text


def test_two_clubs_may_have_one_name(cast: Cast) -> None:
    cast.proposed(step="unlisted")
    propose(cast.visit(cast.stranger), step="open")
    assert rows(cast, Club) == 2


def test_no_list_at_all_knows_its_leader_again(cast: Cast) -> None:
    address = cast.proposed(no_list="y", step="unlisted")
    assert "(you)" in cast.visit(cast.student).get(address).words
    with cast.build.site():
        [leader] = belonging.in_club(db.session.scalars(select(Club)).one())
        assert leader.person_id is None
    assert "Copper Wren" in cast.visit(cast.admin).get(address).words


def test_five_proposals_a_day_are_enough(cast: Cast) -> None:
    visitor = cast.visit(cast.student)
    for _time in range(5):
        propose(visitor, step="open")
    visitor.submit(fill(visitor, step="open"), expect=429)
    assert rows(cast, Proposal) == 5


@pytest.mark.parametrize(
    "kind, offered",
    [
        ("student", {"students", "mixed"}),
        ("caregiver", {"caregivers", "mixed"}),
        ("staff", {"mixed"}),
    ],
)
def test_one_proposes_for_ones_own(cast: Cast, kind: str, offered: set[str]) -> None:
    person = getattr(cast.build, kind)()
    page = cast.visit(person).get("/propose").page
    assert {one["value"] for one in page.select("input[name=audience]")} == offered


def test_every_member_of_staff_can_be_asked_and_nobody_else(cast: Cast) -> None:
    many = [cast.build.staff() for _one in range(70)]
    cast.build.staff(active=False)
    visitor = cast.visit(cast.student)
    page = visitor.submit(fill(visitor), expect=200, go="people").page
    offered = {str(one["value"]) for one in page.select("select[name=sponsor] option")} - {
        ""
    }
    assert offered == {one.id for one in [*many, cast.sponsor, cast.admin, cast.colleague]}


def test_staff_who_propose_are_nameless_and_cannot_sponsor_themselves(cast: Cast) -> None:
    visitor = cast.visit(cast.colleague)
    page = fill(visitor, audience="mixed")
    shown = visitor.submit(page, expect=200, go="people")
    visitor.submit(shown, expect=422, sponsor=cast.colleague.id)
    address = visitor.submit(page).location
    assert "Abbott" not in cast.visit(cast.admin).get(address).words


def test_the_proposer_is_known_by_handle_only(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.student, address, "say", words="Thank you for reading this.")
    secrets = (cast.student.id, "Marisol", "Quillfeather", str(cast.student.email))
    for person in (cast.sponsor, cast.admin):
        for page in (address, "/proposals"):
            text = cast.visit(person).get(page).text
            assert [one for one in secrets if one in text] == []


def test_no_row_of_a_proposal_carries_its_proposer(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.student, address, "say", words="Thank you for reading this.")
    with cast.build.site():
        tables = inspect(db.engine).get_table_names()
        kept = [name for name in tables if name not in ("person", "session_record")]
        for name in kept:
            for row in db.session.execute(select(Model.metadata.tables[name])):
                assert cast.student.id not in str(tuple(row)), name
                assert "Copper Wren" not in str(tuple(row)), name


def test_proposing_again_begins_with_the_old_words(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.student, address, "withdraw")
    visitor = cast.visit(cast.student)
    page = visitor.submit(visitor.get(address), "/again", expect=200)
    assert page_name(page) == "kind"
    page = visitor.submit(page, expect=200)
    while page_name(page) != "when":
        page = visitor.submit(page, expect=200)
    while page_name(page) != "check":
        page = visitor.submit(page, expect=200)
    assert "Lantern Table" in page.words
    visitor.submit(page)
    assert rows(cast, Proposal) == 2


def test_what_is_going_on_cannot_be_proposed_again(cast: Cast) -> None:
    address = cast.proposed()
    visitor = cast.visit(cast.student)
    visitor.post(f"{address}/again", expect=403)
    with cast.build.site():
        assert db.session.scalars(select(Proposal.stage)).one() is Stage.WITH_SPONSOR
