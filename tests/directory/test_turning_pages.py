"""Turning the directory's pages: no gaps, no names in addresses, no weight."""

import gzip
from collections.abc import Callable

import pytest
from sqlalchemy import insert

from clubs.config import PROJECT
from clubs.db import db, new_id
from clubs.models.clubs import Club, Step
from tests.directory.reading import names
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_pages_follow_each_other_without_gaps_both_ways(
    build: Builder, visitor: Visit
) -> None:
    wanted = [f"{'abc'[number % 3]}Club {number:02}" for number in range(60)]
    for name in wanted:
        build.club(name=name)
    reader = visitor(build.student())
    pages = [reader.get("/clubs?kind=social")]
    while (older := pages[-1].page.select_one("a[rel=next]")) is not None:
        pages.append(reader.get(str(older["href"])))
    assert [len(names(page)) for page in pages] == [24, 24, 12]
    assert [name for page in pages for name in names(page)] == sorted(wanted)
    back = reader.get(str(pages[2].page.select_one("a[rel=prev]")["href"]))  # type: ignore[index]  # it is there
    assert names(back) == names(pages[1])
    first = reader.get(str(back.page.select_one("a[rel=prev]")["href"]))  # type: ignore[index]  # it is there
    assert names(first) == names(pages[0])
    assert first.page.select_one("a[rel=prev]") is None
    assert "kind=social" in str(pages[0].page.select_one("a[rel=next]"))


def test_no_address_in_the_directory_names_a_club(build: Builder, visitor: Visit) -> None:
    for number in range(30):
        build.club(name=f"Zephyrlamp{number:02}")
    links = visitor(build.student()).get("/clubs").page.select("a[href]")
    assert not [link for link in links if "ephyr" in str(link["href"]).lower()]


def test_beginning_after_an_unlisted_club_is_like_beginning_after_none(
    build: Builder, visitor: Visit
) -> None:
    build.club(name="Alpha")
    hidden = build.club(Step.UNLISTED, name="Middle")
    build.club(name="Omega")
    reader = visitor(build.student())
    for place in ("after", "before"):
        pages = [reader.get(f"/clubs?{place}={one}") for one in (hidden.id, new_id())]
        assert pages[0].page.find("main") == pages[1].page.find("main")
        assert names(pages[0]) == ["Alpha", "Omega"]


LONG = [
    "Lanterns and lights, " * 20,
    "Lanterns  and \n\n lights, " * 20,
    "Lanterns and lights, " * 8 + "l and more of it",
]


@pytest.mark.parametrize("purpose", LONG)
def test_a_long_purpose_ends_at_a_word(
    build: Builder, visitor: Visit, purpose: str
) -> None:
    build.club(purpose=purpose)
    card = visitor(build.student()).get("/clubs").page.select_one(".card")
    assert card is not None
    said = card.find_all("p")[-1].get_text(strip=True)
    *words, end = said.split()
    assert end == "…"
    assert {word.strip(",") for word in words} <= {"Lanterns", "and", "lights", "l"}


def test_a_short_purpose_is_said_whole(build: Builder, visitor: Visit) -> None:
    build.club(purpose="Lanterns\nand " + "x" * 157)
    card = visitor(build.student()).get("/clubs").page.select(".card")[0]
    assert card.find_all("p")[-1].get_text(strip=True) == "Lanterns and " + "x" * 157


def test_a_thousand_clubs_make_a_light_page(build: Builder, visitor: Visit) -> None:
    model = build.club()
    columns = {key.key: getattr(model, key.key) for key in Club.__mapper__.columns}
    purpose = "Lanterns, quiet talk and a table by the window for whoever comes along. "
    with build.site():
        rows = [
            {
                **columns,
                "id": new_id(),
                "name": f"Club {n}",
                "purpose": f"{n} {purpose * 3}",
            }
            for n in range(1000)
        ]
        db.session.execute(insert(Club), rows)
    answer = visitor(build.student()).get("/clubs?text=lantern&kind=social")
    css = (PROJECT / "static" / "site.css").read_bytes()
    weight = len(gzip.compress(answer.response.data)) + len(gzip.compress(css))
    assert len(names(answer)) == 24
    assert weight < 14_000
    assert "1000" not in answer.words
    assert len(answer.queries) <= 6
