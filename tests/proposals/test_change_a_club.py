"""A living club: its texts, its sponsors, its state."""

from typing import Any

import pytest
from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState, Sponsorship, SponsorStanding, Step
from clubs.models.review import Proposal, Stage
from clubs.policy.permissions import TooLate
from clubs.proposals import revising
from clubs.proposals.checklist import CHECKLIST
from clubs.proposals.services import Texts
from tests.proposals.conftest import Cast

NEW: dict[str, Any] = {"name": "Lamp Table", "purpose": "A calmer place."}


def club_with(cast: Cast, **given: Any) -> Club:
    given = {"step": Step.CONFIDENTIAL, "sponsor": cast.sponsor, **given}
    return cast.build.club(leader=cast.student, **given)


def fresh(cast: Cast, club: Club) -> Club:
    with cast.build.site():
        return db.session.get_one(Club, club.id)


def test_a_change_waits_while_the_page_stays_as_it_is(cast: Cast) -> None:
    club = club_with(cast)
    address = cast.act(cast.student, f"/c/{club.id}", "revise", **NEW).location
    assert fresh(cast, club).name == club.name
    page = cast.visit(cast.sponsor).get(address).words
    for words in (club.name, "Lamp Table", "A calmer place.", "Waits for the sponsor"):
        assert words in page
    cast.act(cast.sponsor, address, "sponsor-accept")
    cast.act(cast.admin, address, "accept", checklist=list(CHECKLIST))
    assert fresh(cast, club).name == "Lamp Table"
    assert fresh(cast, club).state is ClubState.ACTIVE


def test_a_sponsors_own_change_goes_straight_to_the_school(cast: Cast) -> None:
    club = club_with(cast)
    address = cast.act(cast.sponsor, f"/c/{club.id}", "revise", **NEW).location
    page = cast.visit(cast.admin).get(address).words
    assert "Waits for the school" in page
    assert "Tove Lindqvist" in page


def test_without_a_sponsor_a_change_waits_for_one(cast: Cast) -> None:
    club = club_with(cast, sponsor=None)
    address = cast.act(cast.student, f"/c/{club.id}", "revise", **NEW).location
    assert "looking for a sponsor" in cast.visit(cast.student).get(address).words


def test_one_change_at_a_time(cast: Cast) -> None:
    club = club_with(cast)
    leader, sponsor = cast.visit(cast.student), cast.visit(cast.sponsor)
    page = leader.get(f"/c/{club.id}/revise")
    address = sponsor.submit(sponsor.get(f"/c/{club.id}/revise"), **NEW).location
    late = leader.submit(page, expect=409, **NEW)
    assert late.page.select(f'main a[href="{address}"]')
    assert "already waiting" in leader.get(f"/c/{club.id}/revise").words
    texts = Texts("a", "b", "c", "d")
    with cast.build.acting(cast.student) as viewer, pytest.raises(TooLate):
        revising.revise(viewer, fresh(cast, club), texts)


def test_mistakes_in_a_change_keep_the_words(cast: Cast) -> None:
    club = club_with(cast)
    answer = cast.act(cast.student, f"/c/{club.id}", "revise", 422, name="n" * 81)
    assert "n" * 81 in answer.text


def test_others_change_nothing(cast: Cast) -> None:
    club = club_with(cast)
    for person in (cast.stranger, cast.colleague, cast.admin):
        for place in ("revise", "state", "sponsors"):
            cast.visit(person).get(
                f"/c/{club.id}/{place}",
                200 if person is cast.admin and place != "revise" else 403,
            )
    hidden = club_with(cast, step=Step.UNLISTED)
    for person in (cast.stranger, cast.colleague, cast.admin):
        for place in ("revise", "state", "sponsors"):
            cast.visit(person).get(f"/c/{hidden.id}/{place}", 404)


def test_small_facts_need_no_decision(cast: Cast) -> None:
    club = club_with(cast)
    visitor = cast.visit(cast.student)
    page = visitor.get(f"/c/{club.id}/revise")
    visitor.submit(page, "/facts", weekday="3", part_of_day="after")
    changed = fresh(cast, club)
    assert (changed.weekday, changed.part_of_day) == (3, "after")
    visitor.submit(page, "/facts", weekday="", part_of_day="")
    assert fresh(cast, club).weekday is None


def test_a_pilots_review_day_lies_ahead(cast: Cast) -> None:
    soon = clock.today("America/Edmonton") + clock.days(30)
    club = club_with(cast, state=ClubState.PILOT, review_on=soon)
    visitor = cast.visit(cast.sponsor)
    page = visitor.get(f"/c/{club.id}/revise")
    visitor.submit(page, "/facts", expect=422, review_on="2020-01-01")
    later = soon + clock.days(30)
    visitor.submit(page, "/facts", review_on=later.isoformat())
    assert fresh(cast, club).review_on == later


def test_another_sponsor_is_asked_and_says_yes(cast: Cast) -> None:
    club = club_with(cast, step=Step.UNLISTED)
    cast.act(cast.student, f"/c/{club.id}", "sponsors", sponsor=cast.colleague.id)
    asked = cast.visit(cast.colleague)
    assert club.name in asked.get("/proposals").words
    page = asked.get(f"/c/{club.id}/sponsors")
    asked.submit(page, "/accept")
    with cast.build.site():
        assert set(db.session.scalars(select(Sponsorship.standing))) == {"accepted"}
        assert db.session.scalars(select(AuditEntry.act)).all() == ["sponsor_changed"]
    asked.submit(page, "/accept", expect=403)


def test_whoever_says_no_is_out_of_it(cast: Cast) -> None:
    club = club_with(cast, step=Step.UNLISTED)
    cast.build.sponsorship(club, cast.colleague, SponsorStanding.ASKED)
    asked = cast.visit(cast.colleague)
    asked.submit(asked.get(f"/c/{club.id}/sponsors"), "/decline")
    asked.get(f"/c/{club.id}/sponsors", 404)


def test_a_sponsor_steps_back_and_the_admins_hear_of_it(cast: Cast) -> None:
    club = club_with(cast)
    visitor = cast.visit(cast.sponsor)
    page = visitor.get(f"/c/{club.id}/sponsors")
    visitor.submit(page, "/step-back")
    assert (
        "Nobody stands by" in cast.visit(cast.student).get(f"/c/{club.id}/sponsors").words
    )
    visitor.submit(page, "/step-back", expect=403)


def test_nobody_is_asked_twice_and_only_staff_are(cast: Cast) -> None:
    club = club_with(cast)
    visitor = cast.visit(cast.student)
    page = visitor.get(f"/c/{club.id}/sponsors")
    for person in (cast.sponsor, cast.stranger):
        visitor.submit(page, expect=422, sponsor=person.id)
    visitor.post(f"/c/{club.id}/sponsors/whatever", expect=400)


def test_an_admin_finds_a_sponsor_for_a_club_they_may_not_look_up(cast: Cast) -> None:
    club = club_with(cast, step=Step.UNLISTED, sponsor=None)
    visitor = cast.visit(cast.admin)
    page = visitor.get(f"/school/clubs/{club.id}/sponsors")
    visitor.submit(page, sponsor=cast.colleague.id)
    cast.visit(cast.colleague).get(f"/c/{club.id}/sponsors")
    cast.visit(cast.sponsor).get(f"/school/clubs/{club.id}/sponsors", 404)


def test_a_club_takes_a_break_goes_on_and_closes(cast: Cast) -> None:
    club = club_with(cast)
    visitor = cast.visit(cast.student)
    page = visitor.get(f"/c/{club.id}/state")
    visitor.submit(page, go="pause")
    assert fresh(cast, club).state is ClubState.PAUSED
    visitor.submit(page, go="pause", expect=403)
    visitor.submit(visitor.get(f"/c/{club.id}/state"), go="go_on")
    assert fresh(cast, club).state is ClubState.ACTIVE
    visitor.submit(page, go="close", expect=422)
    visitor.submit(page, go="else", expect=400)
    visitor.submit(page, go="close", sure="y")
    assert fresh(cast, club).state is ClubState.CLOSED
    visitor.get(f"/c/{club.id}/state", 403)
    with cast.build.site():
        assert not db.session.scalars(select(AuditEntry.id)).all(), (
            "no student in the record"
        )


def test_what_staff_do_to_a_state_is_recorded(cast: Cast) -> None:
    club = club_with(cast, step=Step.UNLISTED, state=ClubState.PILOT)
    visitor = cast.visit(cast.admin)
    visitor.submit(visitor.get(f"/school/clubs/{club.id}/state"), go="pause")
    with cast.build.site():
        entry = db.session.scalars(select(AuditEntry)).one()
        assert (entry.act, entry.words) == ("club_state", "paused")


def test_a_club_from_a_list_is_proposed_by_an_admin(cast: Cast) -> None:
    club = cast.build.club(Step.OPEN, state=ClubState.DRAFT)
    cast.visit(cast.student).get(f"/c/{club.id}", 404)
    cast.visit(cast.sponsor).get(f"/school/clubs/{club.id}/draft", 404)
    visitor = cast.visit(cast.admin)
    page = visitor.get(f"/school/clubs/{club.id}/draft")
    visitor.submit(page, expect=422, step="open", no_list="y")
    address = visitor.submit(page, sponsor=cast.sponsor.id, no_list="y").location
    made = fresh(cast, club)
    assert (made.state, made.step, made.no_list) == ("proposed", "confidential", True)
    assert "Ida Principal" in visitor.get(address).words
    visitor.submit(page, expect=404)
    cast.act(cast.sponsor, address, "sponsor-accept")
    cast.act(cast.admin, address, "ask", words="Which day?")
    cast.act(cast.sponsor, address, "answer", words="Friday.")
    with cast.build.site():
        assert db.session.scalars(select(Proposal.stage)).one() is Stage.WITH_SCHOOL


def test_a_draft_may_wait_for_a_sponsor(cast: Cast) -> None:
    club = cast.build.club(Step.OPEN, state=ClubState.DRAFT)
    visitor = cast.visit(cast.admin)
    address = visitor.submit(visitor.get(f"/school/clubs/{club.id}/draft")).location
    assert "looking for a sponsor" in visitor.get(address).words
