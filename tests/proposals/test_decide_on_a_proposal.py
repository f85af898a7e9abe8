"""From the sponsor's yes to the school's, with questions, refusals and appeals between."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock, notices
from clubs.audit import first_break
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState, Sponsorship, SponsorStanding, Step
from clubs.models.notices import Mail
from clubs.models.review import About, Proposal, Stage
from clubs.proposals.checklist import CHECKLIST
from clubs.review import deciding
from tests.proposals.conftest import Cast
from tests.proposals.making import made

ALL = list(CHECKLIST)


def stage_of(cast: Cast, address: str) -> Stage:
    with cast.build.site():
        return db.session.get_one(Proposal, address.removeprefix("/p/")).stage


def club_of(cast: Cast, address: str) -> Club:
    with cast.build.site():
        one = db.session.get_one(Proposal, address.removeprefix("/p/"))
        return db.session.get_one(Club, one.club_id)


def at_school(cast: Cast, **given: object) -> str:
    one = made(
        cast.build,
        Stage.WITH_SCHOOL,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        **given,  # type: ignore[arg-type]  # what the club is given
    )
    return f"/p/{one.id}"


def test_the_whole_story(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.sponsor, address, "sponsor-accept", words="Gladly.")
    cast.act(cast.admin, address, "ask", words="Which door do people use?")
    cast.act(
        cast.student,
        address,
        "answer",
        words="The side door.",
        purpose="Use the side door.",
    )
    page = cast.visit(cast.admin).get(address).words
    for words in ("Gladly.", "Which door", "The side door.", "Use the side door."):
        assert words in page
    assert "Tove Lindqvist, sponsor" in page
    cast.act(cast.admin, address, "accept", checklist=ALL, words="Welcome.")
    club = club_of(cast, address)
    assert club.state is ClubState.PILOT
    assert club.purpose == "Use the side door."
    with cast.build.acting(cast.student) as viewer:
        told = [one.words for one in notices.told(viewer)]
    assert len(told) == 2
    assert "Welcome." in cast.visit(cast.student).get(address).words


def test_the_record_names_staff_and_stays_whole(cast: Cast) -> None:
    test_the_whole_story(cast)
    with cast.build.site():
        acts = list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.number)))
        assert acts == ["sponsor_accepted", "changes_asked", "accepted"]
        assert first_break(cast.build.school.id) is None


def test_whoever_is_next_gets_a_mail(cast: Cast) -> None:
    def waiting() -> int:
        with cast.build.site():
            return len(list(db.session.scalars(select(Mail))))

    address = cast.proposed()
    assert waiting() == 1
    cast.act(cast.sponsor, address, "sponsor-accept")
    assert waiting() == 2
    cast.act(cast.admin, address, "accept", checklist=ALL)
    assert waiting() == 2, "members of a confidential club get no mail"


def test_an_open_clubs_proposer_gets_a_mail_too(cast: Cast) -> None:
    address = at_school(cast, step=Step.OPEN)
    cast.act(cast.admin, address, "accept", checklist=ALL)
    with cast.build.site():
        assert len(list(db.session.scalars(select(Mail)))) == 1


def test_a_sponsor_says_no_and_names_a_colleague(cast: Cast) -> None:
    address = cast.proposed()
    away = cast.act(
        cast.sponsor, address, "sponsor-decline", words="No time.", other=cast.colleague.id
    )
    assert away.location == "/proposals"
    cast.visit(cast.sponsor).get(address, 404)
    cast.act(cast.colleague, address, "sponsor-accept")
    assert stage_of(cast, address) is Stage.WITH_SCHOOL


def test_a_sponsor_says_no_and_the_school_finds_one(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.sponsor, address, "sponsor-decline", words="No time.")
    assert stage_of(cast, address) is Stage.NEEDS_SPONSOR
    cast.act(cast.admin, address, "designate", sponsor=cast.colleague.id)
    assert stage_of(cast, address) is Stage.WITH_SPONSOR
    cast.visit(cast.colleague).get(f"{address}/sponsor-accept")


def test_whoever_is_designated_takes_the_place_of_who_was_asked(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.admin, address, "designate", sponsor=cast.colleague.id)
    cast.visit(cast.sponsor).get(address, 404)


def test_asking_a_sponsor_again_takes_nothing_from_them(cast: Cast) -> None:
    one = made(
        cast.build,
        Stage.WITH_SPONSOR,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        about=About.CHANGE,
    )
    cast.act(cast.admin, f"/p/{one.id}", "designate", sponsor=cast.sponsor.id)
    with cast.build.site():
        assert db.session.scalars(select(Sponsorship.standing)).all() == ["accepted"]


def test_a_change_its_sponsor_declines_is_declined(cast: Cast) -> None:
    one = made(
        cast.build,
        Stage.WITH_SPONSOR,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        about=About.CHANGE,
    )
    page = cast.visit(cast.sponsor).get(f"/p/{one.id}/sponsor-decline")
    assert not page.page.select("select[name=other]")
    cast.act(cast.sponsor, f"/p/{one.id}", "sponsor-decline", words="Not so.")
    assert stage_of(cast, f"/p/{one.id}") is Stage.DECLINED
    assert club_of(cast, f"/p/{one.id}").state is ClubState.ACTIVE


def test_a_sponsor_asks_and_the_answer_comes_back_to_them(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.sponsor, address, "ask", words="Which day?")
    cast.visit(cast.sponsor).get(f"{address}/answer", 403)
    cast.act(cast.student, address, "answer", words="Wednesday.")
    assert stage_of(cast, address) is Stage.WITH_SPONSOR


def test_declined_then_appealed_once(cast: Cast) -> None:
    address = at_school(cast)
    cast.act(cast.admin, address, "decline", reason="no_space", words="All rooms are full.")
    assert club_of(cast, address).state is ClubState.DECLINED
    page = cast.visit(cast.student).get(address).words
    assert "There is no room or time for it" in page
    assert "All rooms are full." in page
    cast.act(cast.student, address, "appeal", words="The library is free.")
    assert stage_of(cast, address) is Stage.WITH_SCHOOL
    assert club_of(cast, address).state is ClubState.PROPOSED
    cast.act(cast.admin, address, "decline", reason="no_space", words="It is not.")
    cast.visit(cast.student).get(f"{address}/appeal", 403)


def test_withdrawing_ends_it_for_everybody(cast: Cast) -> None:
    address = cast.proposed()
    cast.act(cast.student, address, "withdraw")
    assert club_of(cast, address).state is ClubState.WITHDRAWN
    cast.visit(cast.sponsor).get(f"{address}/sponsor-accept", 403)


@pytest.mark.parametrize("act", ["ask", "decline", "say"])
def test_words_are_needed_where_a_person_needs_to_understand(cast: Cast, act: str) -> None:
    address = at_school(cast)
    cast.act(cast.admin, address, act, 422, reason="no_space", words="  ")
    assert stage_of(cast, address) is Stage.WITH_SCHOOL


def test_too_many_words_are_kept_for_shortening(cast: Cast) -> None:
    address = at_school(cast)
    answer = cast.act(cast.admin, address, "ask", 422, words="w" * 1001)
    assert "w" * 1001 in answer.text


def test_a_refusal_names_a_ground_from_the_list(cast: Cast) -> None:
    address = at_school(cast)
    for reason in ("", "its subject", "duplicate"):
        cast.act(cast.admin, address, "decline", 422, reason=reason, words="No.")


@pytest.mark.parametrize("ticked", [[], ALL[:-1], [*ALL, "invented"]])
def test_everything_on_the_list_is_ticked_to_accept(cast: Cast, ticked: list[str]) -> None:
    address = at_school(cast)
    cast.act(cast.admin, address, "accept", 422, checklist=ticked)
    assert stage_of(cast, address) is Stage.WITH_SCHOOL


def test_two_admins_decide_at_once_and_the_second_looks_again(cast: Cast) -> None:
    address = at_school(cast)
    first, second = cast.visit(cast.admin), cast.visit(cast.build.admin())
    with cast.build.acting(cast.admin) as viewer:
        one = db.session.get_one(Proposal, address.removeprefix("/p/"))
        deciding.say(viewer, one, "Only words.")
    page, stale = first.get(address), second.get(address)
    first.submit(page, "/ask", words="Which room?")
    answer = second.submit(stale, "/accept", expect=409, checklist=ALL)
    assert "moved on" in answer.words
    assert stage_of(cast, address) is Stage.CHANGES_ASKED


def test_words_between_make_nobody_late(cast: Cast) -> None:
    address = at_school(cast)
    visitor = cast.visit(cast.admin)
    page = visitor.get(address)
    cast.act(cast.student, address, "say", words="One more thing.")
    visitor.submit(page, "/accept", checklist=ALL)


def test_the_other_side_is_told_of_words(cast: Cast) -> None:
    address = at_school(cast)
    cast.act(cast.student, address, "say", words="One more thing.")
    cast.act(cast.admin, address, "say", words="Thank you.")
    for person in (cast.admin, cast.student):
        with cast.build.acting(person) as viewer:
            assert len(notices.told(viewer)) == 1


def test_only_staff_of_the_school_can_be_designated(cast: Cast) -> None:
    address = cast.proposed()
    for person in (cast.student, cast.build.staff(active=False)):
        cast.act(cast.admin, address, "designate", 422, sponsor=person.id)


def test_the_clock_is_the_same_for_all_and_late_ones_show(cast: Cast) -> None:
    address = cast.proposed()
    assert "Late" not in cast.visit(cast.sponsor).get(address).words
    with time_machine.travel(clock.now() + timedelta(days=8), tick=False):
        for person in (cast.sponsor, cast.admin, cast.student):
            assert "Late: since" in cast.visit(person).get(address).words


def test_a_club_without_review_day_is_active_at_once(cast: Cast) -> None:
    address = at_school(cast)
    cast.act(cast.admin, address, "accept", checklist=ALL)
    assert club_of(cast, address).state is ClubState.ACTIVE


def test_staff_who_lead_answer_for_what_they_do_as_staff(cast: Cast) -> None:
    one = made(cast.build, Stage.WITH_SCHOOL, leader=cast.admin)
    address = f"/p/{one.id}"
    cast.act(cast.admin, address, "say", words="As a leader.")
    assert "Ida Principal" not in cast.visit(cast.admin).get(address).words
    cast.act(cast.admin, address, "accept", checklist=ALL)
    assert "Ida Principal" in cast.visit(cast.admin).get(address).words
