"""An admin brings in the school's own list of clubs: as drafts, once, shown to nobody."""

import io
from collections.abc import Callable

import pytest
from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club, ClubKind, ClubState, PartOfDay, Step
from clubs.roster.club_kinds import kind_of
from tests.factories import SHARED, Builder
from tests.roster.looking import every_row, send
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
ADDRESS = "/school/clubs/import"
LIST = (
    "Club,Meeting Day,Time,Room,Advisor,About\n"
    "Rainbow Table,Mondays,at lunch,Room 12,Ms Thorn,A kind place\n"
    'Chess Club,"Tue or so, mostly",3ish,the gym?,,\n'
    "Chess Club,Fridays,after school,4,,\n"
)


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin())


def preview(admin: Visitor, text: str, name: str = "clubs.csv") -> Answer:
    sent = send(admin, ADDRESS, io.BytesIO(text.encode()), name)
    return admin.get(sent.location)


def bring_in(admin: Visitor, text: str) -> Answer:
    shown = preview(admin, text)
    return admin.submit(shown, shown.response.request.path)


def clubs_here(build: Builder) -> dict[str, Club]:
    with build.site():
        return {one.imported_when: one for one in db.session.scalars(select(Club))}


def test_a_preview_shows_what_was_written_beside_what_was_understood(
    build: Builder, admin: Visitor
) -> None:
    shown = preview(admin, LIST)
    assert "New drafts 3 Here already 0 Rows left out 0" in shown.words
    assert "Mondays, at lunch · Room 12 Mondays, at lunch, room 12" in shown.words
    assert "Tue or so, mostly, 3ish · the gym? Tuesdays (please check)" in shown.words
    assert "“Chess Club” and “Chess Club” may be one club (the same name)" in shown.words
    assert clubs_here(build) == {}


def test_clubs_come_in_as_drafts_with_every_word_kept(
    build: Builder, admin: Visitor
) -> None:
    assert bring_in(admin, LIST).location == "/school/clubs"
    clubs = clubs_here(build)
    rainbow = clubs["Mondays, at lunch"]
    assert (rainbow.state, rainbow.step) == (ClubState.DRAFT, Step.CONFIDENTIAL)
    assert (rainbow.kind, rainbow.purpose) == (ClubKind.ALLIANCE, "A kind place")
    assert (rainbow.weekday, rainbow.part_of_day) == (0, PartOfDay.LUNCH)
    assert (rainbow.imported_where, rainbow.imported_advisor) == ("Room 12", "Ms Thorn")
    doubtful = clubs["Tue or so, mostly, 3ish"]
    assert (doubtful.weekday, doubtful.part_of_day) == (None, None)
    assert doubtful.imported_where == "the gym?"


def test_the_same_list_again_changes_nothing(build: Builder, admin: Visitor) -> None:
    bring_in(admin, LIST)
    before = every_row(build)
    shown = preview(admin, LIST)
    assert "New drafts 0 Here already 3" in shown.words
    assert "There is nothing to add" in shown.words
    assert {**every_row(build), "upload": []} == before


def test_nobody_but_admins_sees_a_draft(
    build: Builder, admin: Visitor, visitor: Visit
) -> None:
    bring_in(admin, LIST)
    draft = clubs_here(build)["Mondays, at lunch"]
    assert "Rainbow Table" in admin.get("/school/clubs").words
    for who in (build.student(), build.staff(), build.caregiver()):
        someone = visitor(who)
        assert "Rainbow" not in someone.get("/clubs").text
        someone.get(f"/c/{draft.id}", expect=404)


def test_a_club_that_is_here_under_much_the_same_name_is_pointed_out(
    build: Builder, admin: Visitor
) -> None:
    build.club(name="The Chess Club")
    shown = preview(admin, "name\nChess\nChoir\n")
    assert "“Chess” may be “The Chess Club”, which is here already" in shown.words
    assert "New drafts 2" in shown.words


def test_an_old_preview_adds_nothing_twice(build: Builder, visitor: Visit) -> None:
    first, second = visitor(build.admin()), visitor(build.admin())
    old = preview(second, LIST)
    bring_in(first, LIST)
    told = second.submit(old, old.response.request.path, expect=409)
    assert "The clubs have changed since you looked" in told.words
    assert len(clubs_here(build)) == 3


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("day,room\nMonday,3\n", "no column holds the names"),
        ("", "clubs.csv"),
        ("[", "row"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_in_a_sentence(
    build: Builder, admin: Visitor, text: str, sentence: str
) -> None:
    before = every_row(build)
    file = io.BytesIO(text.encode())
    answer = send(admin, ADDRESS, file, "clubs.csv", expect=422)
    assert sentence in answer.words
    assert every_row(build) == before


def test_the_real_list_gives_102_drafts(build: Builder, admin: Visitor) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared data isn't here")
    text = (SHARED / "clubs" / "lincoln_hs_seattle_clubs.json").read_text()
    shown = preview(admin, text, "clubs.json")
    assert "New drafts 102 Here already 0 Rows left out 0" in shown.words
    admin.submit(shown, shown.response.request.path)
    with build.site():
        drafts = select(Club).where(Club.state == ClubState.DRAFT)
        assert len(db.session.scalars(drafts).all()) == 102


@pytest.mark.parametrize(
    "name, kind",
    [
        ("SAGA", ClubKind.ALLIANCE),
        ("Unified Sports", ClubKind.INCLUSION),
        ("LHS for Climate Justice", ClubKind.JUSTICE),
        ("German Culture Appreciation Club", ClubKind.CULTURE),
        ("Potluck Club", ClubKind.SOCIAL),
        ("Spirit Committee", ClubKind.COMMITTEE),
        ("Dragon Pridefield", ClubKind.INTEREST),
    ],
)
def test_plain_words_give_a_kind_to_start_from(name: str, kind: ClubKind) -> None:
    assert kind_of(name) is kind
