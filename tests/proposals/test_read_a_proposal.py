"""A proposal's page says all one needs to decide, in an order one can decide by."""

import pytest

from clubs.db import db
from clubs.models.events import Event
from clubs.models.review import About, Proposal, Stage
from clubs.proposals.story import Told, folded
from tests.proposals.conftest import Cast
from tests.proposals.making import made

HOLD = "The school must hold the approval"
GIVEN = "has been given, says the proposal"


def an_event(cast: Cast, **given: object) -> Proposal:
    one = made(
        cast.build, Stage.WITH_SCHOOL, leader=cast.student, about=About.EVENT, name="Loom"
    )
    with cast.build.site():
        event = db.session.get_one(Event, one.event_id)
        for name, value in given.items():
            setattr(event, name, value)
        db.session.commit()
    return one


# who comes, whether the approval is there, what the page says of it
OUTSIDERS = [("", False, ""), ("Two coaches", False, HOLD), ("Two coaches", True, GIVEN)]


@pytest.mark.parametrize("outsider, approved, said", OUTSIDERS)
def test_who_comes_from_outside_is_said_with_what_the_school_must_hold(
    cast: Cast, outsider: str, approved: bool, said: str
) -> None:
    one = an_event(cast, outsider=outsider, outsider_approved=approved)
    words = cast.visit(cast.admin).get(f"/p/{one.id}").words
    assert (outsider or "Nobody") in words
    assert [each for each in (HOLD, GIVEN) if each in words] == ([said] if said else [])


TITLED = "Pink Shirt Day An event of Loom"
LISTS = [("/", TITLED), ("/school", TITLED), ("/proposals", TITLED)]


@pytest.mark.parametrize("path, titled", [*LISTS, ("/p/", "An event of Loom Pink Shirt")])
def test_an_events_proposal_is_titled_with_the_event(
    cast: Cast, path: str, titled: str
) -> None:
    one = an_event(cast)
    address = f"/p/{one.id}" if path == "/p/" else path
    assert titled in cast.visit(cast.admin).get(address).words


def test_one_reads_before_one_decides_and_gets_there_with_one_step(cast: Cast) -> None:
    page = cast.visit(cast.admin).get(made_club(cast)).page
    heads = [one.get_text(strip=True) for one in page.select("main h2")]
    assert heads == [
        "What it says",
        "What you can do now",
        "What happened so far",
        "Who would see what",
    ]
    assert page.select_one('main a[href="#now"]')
    assert page.select_one("h2#now")
    assert not page.select("aside table")


def test_who_can_do_nothing_is_sent_nowhere(cast: Cast) -> None:
    one = made(cast.build, Stage.ACCEPTED, leader=cast.student, sponsor=cast.sponsor)
    page = cast.visit(cast.admin).get(f"/p/{one.id}").page
    assert bool(page.select("#now")) == bool(page.select('a[href="#now"]'))


def made_club(cast: Cast) -> str:
    one = made(cast.build, Stage.WITH_SCHOOL, leader=cast.student, sponsor=cast.sponsor)
    return f"/p/{one.id}"


@pytest.mark.parametrize("length, shown", [(0, 0), (8, 8), (9, 5), (30, 5)])
def test_only_a_long_conversation_is_folded(length: int, shown: int) -> None:
    told = [Told("today", "She", "Wrote", str(number)) for number in range(length)]
    earlier, latest = folded(told)
    assert [*earlier, *latest] == told
    assert len(latest) == shown


def test_what_is_folded_is_on_the_page(cast: Cast) -> None:
    address = made_club(cast)
    for number in range(9):
        cast.act(cast.student, address, "say", words=f"Sentence {number}.")
    page = cast.visit(cast.admin).get(address).page
    folded_away = [one.get_text() for one in page.select("details .timeline")]
    assert "Sentence 0." in folded_away[0]
    assert "Sentence 8." not in folded_away[0]
