"""The lists of proposals: mine first, the late ones on top, the decided ones below."""

from clubs import belonging, clock
from clubs.db import db
from clubs.models.clubs import Club, SponsorStanding, Step
from clubs.models.people import Person
from clubs.models.review import About, Stage
from clubs.proposals import waiting
from tests.factories import ZONE
from tests.proposals.conftest import Cast
from tests.proposals.making import made, proposal_of


def headings(cast: Cast, person: Person) -> list[str]:
    page = cast.visit(person).get("/proposals").page
    return [one.get_text().strip() for one in page.select("main h2")]


def test_nothing_waiting_is_an_invitation(cast: Cast) -> None:
    assert "Nothing is waiting" in cast.visit(cast.student).get("/proposals").words


def test_what_waits_for_me_comes_first_then_the_rest_by_stage(cast: Cast) -> None:
    for stage in (
        Stage.WITH_SCHOOL,
        Stage.WITH_SPONSOR,
        Stage.CHANGES_ASKED,
        Stage.DECLINED,
    ):
        made(cast.build, stage, leader=cast.student, sponsor=cast.sponsor)
    assert headings(cast, cast.admin) == [
        "Waits for you",
        "Waits for the sponsor",
        "Waits for the proposer's answer",
        "Decided",
    ]
    assert headings(cast, cast.student)[0] == "Waits for you"
    assert headings(cast, cast.stranger) == ["Nothing is waiting"]


def test_the_longest_waiting_is_on_top_and_late_ones_are_marked(cast: Cast) -> None:
    today = clock.today(ZONE)
    for ago in (2, 9, 5):
        made(
            cast.build,
            Stage.WITH_SCHOOL,
            leader=cast.student,
            since=today - clock.days(ago),
            name=f"Since {ago}",
        )
    words = cast.visit(cast.admin).get("/proposals").words
    assert words.index("Since 9") < words.index("Since 5") < words.index("Since 2")
    assert words.count("Late.") == 1
    assert "9 days" in words


def test_an_event_is_listed_and_shown_by_its_title(cast: Cast) -> None:
    one = made(
        cast.build,
        Stage.WITH_SCHOOL,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        about=About.EVENT,
    )
    visitor = cast.visit(cast.admin)
    assert "Pink Shirt Day" in visitor.get("/proposals").words
    page = visitor.get(f"/p/{one.id}")
    assert "The gym" in page.words
    assert page.page.select(f'main a[href="/e/{one.event_id}"]')


def test_long_lists_go_on_from_where_they_stopped(cast: Cast) -> None:
    club = cast.build.club(Step.OPEN, leader=cast.student)
    for _one in range(waiting.MOST_DECIDED + 3):
        proposal_of(cast.build, club, Stage.DECLINED)
    visitor = cast.visit(cast.student)
    first = visitor.get("/proposals/decided").page
    older = first.select_one("a[rel=next]")
    assert older is not None
    rest = visitor.get(str(older["href"])).page
    shown = {str(a["href"]) for page in (first, rest) for a in page.select("main li a")}
    assert len(shown) == waiting.MOST_DECIDED + 3
    visitor.get("/proposals/decided?after=nonsense")
    visitor.get(f"/proposals/decided?after=nonsense~{'x' * 22}")


def test_open_ones_go_on_too(cast: Cast) -> None:
    with cast.build.acting(cast.admin) as viewer:
        assert waiting.open_ones(viewer) == []
    one = made(cast.build, Stage.WITH_SCHOOL, leader=cast.student)
    with cast.build.acting(cast.admin) as viewer:
        [line] = waiting.open_ones(viewer)
        assert waiting.open_ones(viewer, (line.due, line.id)) == []
        assert line.id == one.id


def test_an_admins_pages_do_not_change_when_somebody_joins_or_leaves(cast: Cast) -> None:
    one = made(
        cast.build,
        Stage.WITH_SCHOOL,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        about=About.CHANGE,
    )

    def seen() -> list[str]:
        visitor = cast.visit(cast.admin)
        return [visitor.get(place).words for place in (f"/p/{one.id}", "/proposals")]

    before = seen()
    with cast.build.site():
        club = db.session.get_one(Club, one.club_id)
        [leader] = belonging.in_club(club)
    cast.build.member(club, cast.stranger)
    assert seen() == before
    with cast.build.site():
        belonging.end(db.session.get_one(Club, one.club_id), leader)
    assert seen() == before
