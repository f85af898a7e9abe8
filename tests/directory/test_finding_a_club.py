"""Finding a club: search, filters, pages; and that none of them tells too much."""

from collections.abc import Callable

import pytest

from clubs.models.clubs import Audience, Club, ClubKind, ClubState, PartOfDay, Step
from clubs.models.people import Person, PersonKind
from tests.directory.reading import names
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
KINDS = {
    "classmate": PersonKind.STUDENT,
    "teacher": PersonKind.STAFF,
    "caregiver": PersonKind.CAREGIVER,
}


def one_of(build: Builder, who: str) -> Person:
    return build.admin() if who == "admin" else build.person(KINDS[who])


# who finds, on open, private, confidential and unlisted clubs
FINDS = [
    ("classmate", True, True, True, False),
    ("teacher", True, True, True, False),
    ("admin", True, True, True, False),
    ("caregiver", True, True, True, False),
]
# whose filters by day and time may speak of the club
TIMED = [
    ("classmate", True, True, False, False),
    ("teacher", True, True, False, False),
    ("admin", True, True, False, False),
    ("caregiver", True, True, False, False),
]
# whose filters by kind and audience, and search in the focus, may
READ = [
    ("classmate", True, True, True, False),
    ("teacher", True, True, True, False),
    ("admin", True, True, True, False),
    ("caregiver", True, True, False, False),
]


def each_step(build: Builder) -> dict[Step, Club]:
    return {
        step: build.club(
            step,
            name=f"The {step} one",
            focus="Lanterns made of paper",
            kind=ClubKind.CULTURE,
            audience=Audience.MIXED,
            weekday=2,
            part_of_day=PartOfDay.BEFORE,
        )
        for step in Step
    }


def expected(found: tuple[bool, ...]) -> list[str]:
    return sorted(f"The {step} one" for step, yes in zip(Step, found, strict=True) if yes)


@pytest.mark.parametrize("who, found", [(row[0], row[1:]) for row in FINDS])
@pytest.mark.parametrize("query", ["", "?text=THE", "?text=place to be"])
def test_the_directory_and_its_search_show_what_the_ladder_says(
    build: Builder, visitor: Visit, who: str, found: tuple[bool, ...], query: str
) -> None:
    each_step(build)
    answer = visitor(one_of(build, who)).get(f"/clubs{query}")
    assert names(answer) == expected(found)


@pytest.mark.parametrize("who, found", [(row[0], row[1:]) for row in TIMED])
@pytest.mark.parametrize("query", ["?weekday=2", "?part=before", "?reachable=1"])
def test_filters_by_time_do_not_tell_when_a_confidential_club_meets(
    build: Builder, visitor: Visit, who: str, found: tuple[bool, ...], query: str
) -> None:
    each_step(build)
    answer = visitor(one_of(build, who)).get(f"/clubs{query}")
    assert names(answer) == expected(found)


@pytest.mark.parametrize("who, found", [(row[0], row[1:]) for row in READ])
@pytest.mark.parametrize("query", ["?kind=culture", "?audience=mixed", "?text=paper"])
def test_filters_by_page_do_not_tell_a_caregiver_what_the_page_would_say(
    build: Builder, visitor: Visit, who: str, found: tuple[bool, ...], query: str
) -> None:
    each_step(build)
    answer = visitor(one_of(build, who)).get(f"/clubs{query}")
    assert names(answer) == expected(found)


@pytest.mark.parametrize("query", ["", "?weekday=2", "?part=before", "?reachable=1"])
def test_a_member_finds_their_own_clubs_by_everything(
    build: Builder, visitor: Visit, query: str
) -> None:
    member = build.student()
    for club in each_step(build).values():
        build.member(club, member)
    assert len(names(visitor(member).get(f"/clubs{query}"))) == 4


def test_cards_are_alike_on_every_step_and_for_members(
    build: Builder, visitor: Visit
) -> None:
    member, others = build.student(), each_step(build)
    build.member(others[Step.PRIVATE], member)
    page = visitor(member).get("/clubs").page
    shapes = set()
    for card in page.select(".card"):
        card.select_one("svg").decompose()  # type: ignore[union-attr]  # every card has one
        link = card.find("a")
        assert link is not None
        del link["href"]
        link.string = ""
        shapes.add(str(card))
    assert len(shapes) == 1


def test_a_caregivers_cards_say_a_name_and_a_purpose_and_nothing_else(
    build: Builder, visitor: Visit
) -> None:
    each_step(build)
    page = visitor(build.caregiver()).get("/clubs").page
    for card in page.select(".card"):
        assert not card.select(".tag")
        assert len(card.find_all("p")) == 1


@pytest.mark.parametrize("words", ["ÉCOLE", "école", "cole"])
def test_search_knows_capital_letters_beyond_a_to_z(
    build: Builder, visitor: Visit, words: str
) -> None:
    build.club(name="École et amitié")
    build.club(name="Chess")
    found = visitor(build.student()).get("/clubs", query_string={"text": words})
    assert names(found) == ["École et amitié"]


@pytest.mark.parametrize("words", ["%", "_", "/", "\\", "100%", "%25"])
def test_search_takes_signs_as_they_are(build: Builder, visitor: Visit, words: str) -> None:
    build.club(name="Chess")
    build.club(name=f"Sign {words} club")
    found = visitor(build.student()).get("/clubs", query_string={"text": words})
    assert names(found) == [f"Sign {words} club"]


@pytest.mark.parametrize(
    "query",
    [
        "?kind=nonsense&audience=x&weekday=9&part=night&reachable=yes",
        "?weekday=-1&after=short&before=%00",
        "?text=%00",
        "?after=" + "x" * 22,
    ],
)
def test_nonsense_in_the_address_is_no_filter(
    build: Builder, visitor: Visit, query: str
) -> None:
    build.club()
    assert len(names(visitor(build.student()).get(f"/clubs{query}"))) == 1


def test_clubs_that_do_not_live_and_those_of_other_schools_are_not_there(
    build: Builder, visitor: Visit
) -> None:
    for state in set(ClubState) - {ClubState.ACTIVE, ClubState.PILOT, ClubState.PAUSED}:
        build.club(state=state)
    build.club(school_id=build.another_school().id)
    page = visitor(build.student()).get("/clubs")
    assert names(page) == []
    assert "Be the first to start one" in page.words


def test_an_empty_place_invites_those_who_may_start_something(
    build: Builder, visitor: Visit
) -> None:
    nothing = visitor(build.student()).get("/clubs?text=Unfindable")
    assert "Nothing here fits yet" in nothing.words
    assert nothing.page.select_one('main a[href="/propose"]')


def test_looking_leaves_no_trace_and_no_autofill(build: Builder, visitor: Visit) -> None:
    build.club()
    page = visitor(build.student()).get("/clubs?text=alone").page
    form = page.select_one("form.filter-bar")
    assert form is not None
    assert form["autocomplete"] == "off"


def test_a_stranger_is_asked_to_sign_in(build: Builder, visitor: Visit) -> None:
    club = build.club()
    for path in ("/clubs", f"/c/{club.id}", f"/c/{club.id}/who-sees"):
        assert visitor().get(path, expect=303).location == "/sign-in"
