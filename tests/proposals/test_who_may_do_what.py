"""At each stage exactly these people can do exactly these things."""

import pytest

from clubs.models.clubs import ClubKind, SponsorStanding
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Stage
from clubs.proposals.deeds import DEEDS
from tests.proposals.conftest import Cast
from tests.proposals.making import made

# stage, who, what they can do; whoever is not named can do nothing at all.
ALLOWED = [
    (Stage.NEEDS_SPONSOR, "proposer", "say withdraw"),
    (Stage.NEEDS_SPONSOR, "admin", "designate say"),
    (Stage.WITH_SPONSOR, "proposer", "say withdraw"),
    (Stage.WITH_SPONSOR, "asked", "sponsor-accept sponsor-decline ask say"),
    (Stage.WITH_SPONSOR, "admin", "designate say"),
    (Stage.WITH_SCHOOL, "proposer", "say withdraw"),
    (Stage.WITH_SCHOOL, "sponsor", "say"),
    (Stage.WITH_SCHOOL, "admin", "accept ask decline say"),
    (Stage.CHANGES_ASKED, "proposer", "answer say withdraw"),
    (Stage.CHANGES_ASKED, "sponsor", "answer say"),
    (Stage.CHANGES_ASKED, "admin", "say"),
    (Stage.ACCEPTED, "proposer", ""),
    (Stage.ACCEPTED, "sponsor", ""),
    (Stage.ACCEPTED, "admin", ""),
    (Stage.DECLINED, "proposer", "appeal"),
    (Stage.DECLINED, "sponsor", ""),
    (Stage.DECLINED, "admin", ""),
    (Stage.WITHDRAWN, "proposer", ""),
    (Stage.WITHDRAWN, "admin", ""),
]


def people(cast: Cast, who: str) -> Person:
    return {
        "proposer": cast.student,
        "asked": cast.sponsor,
        "sponsor": cast.sponsor,
        "admin": cast.admin,
    }[who]


def proposal(cast: Cast, stage: Stage) -> Proposal:
    asked = stage in (Stage.NEEDS_SPONSOR, Stage.WITH_SPONSOR)
    return made(
        cast.build,
        stage,
        leader=cast.student,
        sponsor=None if stage is Stage.NEEDS_SPONSOR else cast.sponsor,
        standing=SponsorStanding.ASKED if asked else SponsorStanding.ACCEPTED,
    )


@pytest.mark.parametrize("stage, who, allowed", ALLOWED)
def test_the_page_offers_what_one_may_and_refuses_the_rest(
    cast: Cast, stage: Stage, who: str, allowed: str
) -> None:
    one = proposal(cast, stage)
    visitor = cast.visit(people(cast, who))
    page = visitor.get(f"/p/{one.id}")
    for act in DEEDS:
        place = f"/p/{one.id}/{act}"
        found = page.page.select(f'main form[action="{place}"], main a[href="{place}"]')
        may = act in allowed.split()
        assert bool(found) is may, act
        visitor.get(place, 200 if may else 403)
        if not may:
            visitor.post(place, {"words": "Please."}, 403)


@pytest.mark.parametrize("stage", list(Stage))
def test_for_everybody_else_there_is_no_such_proposal(cast: Cast, stage: Stage) -> None:
    one = proposal(cast, stage)
    far = cast.build.another_school()
    others = [
        cast.stranger,
        cast.colleague,
        cast.build.caregiver(),
        cast.build.admin(school_id=far.id),
    ]
    for person in others:
        visitor = cast.visit(person)
        visitor.get(f"/p/{one.id}", 404)
        for act in [*DEEDS, "again", "no-such-act"]:
            visitor.post(f"/p/{one.id}/{act}", {"words": "Please."}, 404)


def test_addresses_of_no_proposal_are_not_found(cast: Cast) -> None:
    one = proposal(cast, Stage.WITH_SCHOOL)
    visitor = cast.visit(cast.admin)
    for address in ("/p/x", f"/p/{'x' * 22}", f"/p/{one.id}/unknown"):
        visitor.get(address, 404)


def test_a_change_and_an_event_wait_for_the_clubs_own_sponsor(cast: Cast) -> None:
    for about in (About.CHANGE, About.EVENT):
        one = made(
            cast.build,
            Stage.WITH_SPONSOR,
            leader=cast.student,
            sponsor=cast.sponsor,
            standing=SponsorStanding.ACCEPTED,
            about=about,
        )
        cast.visit(cast.sponsor).get(f"/p/{one.id}/sponsor-accept")
        cast.visit(cast.sponsor).get(f"/p/{one.id}/withdraw")


@pytest.mark.parametrize("kind", list(ClubKind))
def test_no_support_network_is_declined_for_want_of_a_sponsor(
    cast: Cast, kind: ClubKind
) -> None:
    one = made(cast.build, Stage.WITH_SCHOOL, leader=cast.student, kind=kind)
    page = cast.visit(cast.admin).get(f"/p/{one.id}")
    offered = {str(x["value"]) for x in page.page.select("input[name=reason]")}
    free = kind in (ClubKind.INTEREST, ClubKind.COMMITTEE)
    assert ({"no_sponsor", "duplicate"} <= offered) is free
    assert ("cannot be declined for what it is about" in page.words) is not free
    cast.act(
        cast.admin,
        f"/p/{one.id}",
        "decline",
        303 if free else 422,
        reason="duplicate",
        words="There is one.",
    )
