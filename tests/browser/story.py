"""The people of the story and what each of them does, step by step."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext

from clubs.clock import days, school_year
from clubs.models.clubs import RiskQuestion
from clubs.proposals.checklist import CHECKLIST
from clubs.proposals.words import RISKS, WEEKDAYS
from tests.browser.hands import Keyboard, Mouse
from tests.browser.imported import Invited
from tests.browser.people import a_new_person

CLUB, HANDLE, LEADS_AS = "The Lantern Table", "Slow Kingfisher", "Copper Wren"
NOTE, PLACE, EVENT = "I like to draw.", "Room 214", "Pink Shirt Day"
STARTS, ENDS = time(12, 5), time(12, 45)
LONG = 15_000  # milliseconds a page may take while other tests run


class Somebody:
    """A person at a browser of their own; `hands` is how they use it."""

    def __init__(self, browser: Browser, site: str, who: Invited, way: str) -> None:
        self.context: BrowserContext = a_new_person(browser, script=way != "no script")
        self.context.set_default_timeout(LONG)
        self.page = self.context.new_page()
        self.site, self.who = site, who
        kind = Keyboard if way == "keyboard" else Mouse
        self.hands = kind(self.page)

    def come_in(self) -> None:
        """Choose a first password by the link of the invitation."""
        self.page.goto(f"{self.site}{self.who.path}")
        for label in ("New password", "The same once more"):
            self.hands.write(label, "plum curling gravel")
        self.hands.press("Save and go in")
        assert self.heading == "Today"

    def come_back(self) -> None:
        """Sign out, and in again with the password."""
        self.hands.press("Sign out")
        self.page.goto(f"{self.site}/sign-in")
        self.hands.write("School e-mail", self.who.email)
        self.hands.write("Password", "plum curling gravel")
        self.hands.press("Sign in", "button")
        assert self.heading == "Today"

    def open(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")

    def status_of(self, path: str) -> int:
        return self.context.request.get(f"{self.site}{path}").status

    def reads(self, words: str) -> bool:
        return words in self.page.locator("main").inner_text()

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def main(self) -> str:
        return self.page.locator(".columns").inner_text()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site)


@dataclass
class Story:
    """Everybody by their part, and what came to be on the way."""

    browser: Browser
    site: str
    people: dict[str, Invited]
    zone: str
    way: str
    here: dict[str, Somebody] = field(default_factory=dict)
    club: str = ""

    def __getitem__(self, part: str) -> Somebody:
        """The person of this part, invited in when they first appear."""
        if part not in self.here:
            who = Somebody(self.browser, self.site, self.people[part], self.way)
            self.here[part] = who
            who.come_in()
        return self.here[part]

    @property
    def today(self) -> date:
        return datetime.now(ZoneInfo(self.zone)).date()

    @property
    def weekday(self) -> str:
        """The club meets every Wednesday, if today is one."""
        return str(WEEKDAYS[self.today.weekday()])

    def answers_what_waits(self, part: str, text: str, button: str = "Read") -> Somebody:
        """Open Today, find what waits, and follow its button."""
        who = self[part]
        who.open("/")
        assert who.reads(text), who.main
        who.hands.press(button, ".waiting a.button")
        return who

    def close(self) -> None:
        for one in self.here.values():
            one.context.close()


def proposes_an_alliance(story: Story) -> None:
    student = story["student"]
    hands = student.hands
    hands.press("Clubs", "nav a")
    hands.press("Start a club")
    hands.choose("Alliance")
    hands.choose("For students")
    hands.press("Go on")
    hands.write("Name of the club", CLUB)
    hands.write("What it is about, in a few words", "A gender and sexuality alliance")
    hands.write("What it is for", "A calm table. Queer students and friends are welcome.")
    hands.write("What a first meeting looks like", "We say hello, eat, and draw.")
    hands.press("Go on")
    hands.pick("On which day?", story.weekday)
    hands.press("Go on")
    assert student.page.locator("[value=confidential]").is_checked()
    hands.press("Go on")
    for question in RiskQuestion:
        hands.write(str(RISKS[question]), f"Our plan for {question}.")
    hands.press("Go on")
    hands.write("Your handle in this club", LEADS_AS)
    hands.pick("Which member of staff would you like as sponsor?", _teacher(story))
    hands.press("Go on")
    assert student.reads(CLUB)
    hands.press("Send the proposal")
    assert student.reads("Waits for the sponsor"), student.main


def _teacher(story: Story) -> str:
    """As the list of staff shows them: the family's name first."""
    given, _, family = story.people["teacher"].name.rpartition(" ")
    return f"{family}, {given}"


def sponsor_accepts(story: Story) -> None:
    teacher = story.answers_what_waits("teacher", CLUB)
    assert teacher.reads(LEADS_AS)
    assert not teacher.reads(story.people["student"].name)
    teacher.hands.press("Yes, I will sponsor it", "button")
    assert teacher.reads("The school decides next."), teacher.main


def school_asks_for_a_change(story: Story) -> None:
    principal = story.answers_what_waits("principal", CLUB)
    assert not principal.reads(story.people["student"].name)
    principal.hands.press("Ask for a change", "summary")
    principal.hands.write("What should be changed or answered?", "Who opens the room?")
    principal.hands.press("Ask for a change", "button")
    assert principal.reads("Your question is on its way."), principal.main


def student_answers(story: Story) -> None:
    student = story.answers_what_waits("student", "You were asked for a change.")
    assert student.reads("Who opens the room?")
    student.hands.press("Answer", "a.button")
    student.hands.write("Your answer", "The librarian does.")
    student.hands.press("Answer", "button")
    assert student.reads("Your answer is on its way."), student.main


def school_accepts(story: Story) -> None:
    principal = story.answers_what_waits("principal", CLUB)
    assert principal.reads("The librarian does.")
    _ticks_and_accepts(principal)


def _ticks_and_accepts(principal: Somebody) -> None:
    for line in CHECKLIST.values():
        principal.hands.tick(str(line))
    principal.hands.press("Accept", "button")
    assert principal.reads("Accepted. The proposer is told."), principal.main


def classmate_finds_it_and_asks(story: Story) -> None:
    classmate = story["classmate"]
    classmate.come_back()
    hands = classmate.hands
    hands.press("Clubs", "nav a")
    hands.write("Words", "lantern")
    hands.press("Show", "button")
    hands.press(CLUB)
    story.club = classmate.path
    assert classmate.heading == CLUB
    hands.press("See it as a table")
    assert classmate.reads("Sees when and where")
    hands.press("Back to the club")
    hands.press("Ask to join")
    hands.write("The name you go by in this club", HANDLE)
    hands.write("Anything they should know?", NOTE)
    hands.press("Send", "button")
    assert story["classmate"].status_of(f"{story.club}/people") == 403


def sponsor_says_yes(story: Story) -> None:
    teacher = story.answers_what_waits("teacher", "Somebody asks to join.", "Answer")
    assert teacher.reads(HANDLE)
    assert teacher.reads(NOTE)
    assert not teacher.reads(story.people["classmate"].name)
    teacher.hands.press("Say yes")


def leader_plans_every_week(story: Story) -> None:
    student = story["student"]
    student.open(story.club)
    hands = student.hands
    hands.press("All meetings")
    hands.press("Plan a meeting")
    hands.write_day("Day, or first day", story.today)
    hands.choose("Every week")
    hands.write_day("Last day", _before_the_year_ends(story.today))
    hands.write_time("From", STARTS)
    hands.write_time("Until", ENDS)
    hands.write("Where", PLACE)
    hands.press("Plan it")
    assert student.reads(PLACE), student.main


def _before_the_year_ends(today: date) -> date:
    later = today + days(21)
    return later if school_year(later) == school_year(today) else today


def club_proposes_an_event(story: Story) -> None:
    student = story["student"]
    student.open(story.club)
    hands = student.hands
    hands.press("Propose an event")
    hands.write("Title", EVENT)
    hands.write("What happens", "Wear something pink and say something kind.")
    hands.write_day("Day", story.today + days(10))
    hands.write_time("From", STARTS)
    hands.write_time("Until", ENDS)
    hands.write("Where", "The gym")
    hands.choose("Students and staff")
    hands.press("Propose it")
    assert student.reads("This is a proposal."), student.main


def sponsor_and_school_say_yes(story: Story) -> None:
    teacher = story.answers_what_waits("teacher", EVENT)
    teacher.hands.press("Yes", "details[open] button")
    principal = story.answers_what_waits("principal", EVENT)
    _ticks_and_accepts(principal)


def member_leaves(story: Story) -> None:
    classmate = story["classmate"]
    classmate.open(story.club)
    classmate.hands.press("Leave this club")
    classmate.hands.press("Leave", "main button")
