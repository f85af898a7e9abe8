"""A club's whole life on an imported school: by mouse, without script, by keyboard."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import story as steps
from tests.browser.imported import Imported, imported
from tests.browser.letters import Letters, post_office
from tests.browser.site import flask, free_port, served, settings
from tests.browser.story import CLUB, EVENT, HANDLE, LEADS_AS, NOTE, PLACE, Story

WAYS = ("mouse", "no script", "keyboard")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return imported(tmp_path_factory.mktemp("imported"), free_port())


@pytest.fixture
def environment(school: Imported, tmp_path: Path) -> dict[str, str]:
    """A copy of the imported school, for one telling of the story."""
    shutil.copytree(school.folder, tmp_path, dirs_exist_ok=True)
    secret = school.environment["SECRET_KEY"]
    return settings(tmp_path, free_port(), MODE="trial", SECRET_KEY=secret)


@pytest.fixture(params=WAYS)
def story(
    request: pytest.FixtureRequest,
    browser: Browser,
    school: Imported,
    environment: dict[str, str],
    tmp_path: Path,
) -> Iterator[Story]:
    with served(environment, tmp_path) as site:
        told = Story(browser, site, school.people, school.zone, request.param)
        yield told
        told.close()


@pytest.fixture
def letters() -> Iterator[Letters]:
    with post_office() as office:
        yield office


def test_a_club_from_the_first_idea_to_a_member_who_left(
    story: Story, environment: dict[str, str], letters: Letters, tmp_path: Path
) -> None:
    steps.proposes_an_alliance(story)
    steps.sponsor_accepts(story)
    steps.school_asks_for_a_change(story)
    steps.student_answers(story)
    steps.school_accepts(story)
    a_stranger_knows_nothing_of_when_and_where(story)
    before = sealed_rows(tmp_path)
    steps.classmate_finds_it_and_asks(story)
    steps.sponsor_says_yes(story)
    (row,) = sealed_rows(tmp_path) - before
    steps.leader_plans_every_week(story)
    only_members_know_when_and_where(story)
    steps.club_proposes_an_event(story)
    steps.sponsor_and_school_say_yes(story)
    everybody_finds_the_event(story)
    the_mails_were_neutral(story, sent(environment, letters))
    a_thief_reads_nobody(story, tmp_path)
    steps.member_leaves(story)
    nobody_can_tell_that_they_were_there(story)
    assert sent(environment, letters) == []
    not_one_byte_is_left(tmp_path, row)


def a_stranger_knows_nothing_of_when_and_where(story: Story) -> None:
    outsider = story["outsider"]
    outsider.open("/clubs")
    outsider.hands.press(CLUB)
    assert not outsider.reads("When and where")
    assert not outsider.reads(LEADS_AS)
    story.club = outsider.path


def only_members_know_when_and_where(story: Story) -> None:
    member, outsider = story["classmate"], story["outsider"]
    member.open("/")
    assert member.reads(CLUB), member.main
    assert member.reads(PLACE)
    member.hands.press(CLUB)
    meeting = member.path
    assert member.reads(PLACE)
    for page in ("/", story.club, "/my-clubs"):
        outsider.open(page)
        assert not outsider.reads(PLACE)
    outsider.open("/")
    assert not outsider.reads(CLUB)
    assert outsider.status_of(meeting) == 404


def everybody_finds_the_event(story: Story) -> None:
    outsider = story["outsider"]
    outsider.hands.press("Events", "nav a")
    outsider.hands.press(EVENT)
    assert outsider.heading == EVENT


def sent(environment: dict[str, str], letters: Letters) -> list[tuple[str, str, str]]:
    """Recipient, subject and words of what waited to be sent."""
    letters.all.clear()
    flask({**environment, "SMTP_URL": letters.address}, "mail", "send")
    return [
        (str(one["To"]), str(one["Subject"]), str(one.get_payload())) for one in letters.all
    ]


def the_mails_were_neutral(story: Story, mails: list[tuple[str, str, str]]) -> None:
    """Those who answer were written to, each alone, in the same words; nobody else."""
    answerers = {story.people[part].email for part in ("teacher", "principal")}
    assert {to for to, _subject, _words in mails} == answerers
    assert len({(subject, words) for _to, subject, words in mails}) == 1
    for secret in (CLUB, EVENT, HANDLE, LEADS_AS, story.club):
        assert secret not in mails[0][1] + mails[0][2]


def nobody_can_tell_that_they_were_there(story: Story) -> None:
    left, outsider, teacher = story["classmate"], story["outsider"], story["teacher"]
    for page in ("/", "/my-clubs"):
        left.open(page)
        assert not left.reads(CLUB)
    for person in (left, outsider):
        person.open(story.club)
    assert left.main == outsider.main
    teacher.open(f"{story.club}/people")
    assert teacher.reads(LEADS_AS)
    assert not teacher.reads(HANDLE)


def sealed_rows(folder: Path) -> set[tuple[bytes, bytes]]:
    with sqlite3.connect(folder / "site.sqlite") as database:
        return set(database.execute("SELECT token, body FROM sealed_membership"))


def loot(folder: Path) -> bytes:
    """All bytes of the database, after what waits in its log is written out."""
    with sqlite3.connect(folder / "site.sqlite") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(one.read_bytes() for one in folder.glob("site.sqlite*"))


def a_thief_reads_nobody(story: Story, folder: Path) -> None:
    """No row names a member beside the club; what members wrote cannot be read."""
    stolen, club = loot(folder), story.club.rpartition("/")[2]
    assert club.encode() in stolen, "the control: the club itself is there"
    assert [w for w in (HANDLE, LEADS_AS, NOTE) if w.encode() in stolen] == []
    for part in ("student", "classmate"):
        with sqlite3.connect(folder / "site.sqlite") as database:
            query = "SELECT id FROM person WHERE email = ?"
            ((person,),) = database.execute(query, [story.people[part].email])
            marks = (person, story.people[part].email, story.people[part].name)
            assert [row for row in rows(database) if club in row and has(row, marks)] == []


def has(row: str, marks: tuple[str, ...]) -> bool:
    return any(mark in row for mark in marks)


def rows(database: sqlite3.Connection) -> Iterator[str]:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in list(names):
        for row in database.execute(f'SELECT * FROM "{table}"'):
            yield " | ".join(map(str, row))


def not_one_byte_is_left(folder: Path, row: tuple[bytes, bytes]) -> None:
    stolen, (token, body) = loot(folder), row
    assert sealed_rows(folder).isdisjoint({row})
    for trace in (token, body[:24], body[-24:]):
        assert trace not in stolen
