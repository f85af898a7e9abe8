"""How somebody works a page: with the mouse, or by keyboard alone."""

from datetime import date, time

from playwright.sync_api import Locator, Page

MOST_STOPS = 150
IN_FOCUS = "element => element === document.activeElement"


class Mouse:
    """Clicks what it looks for, by the name a person reads."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str, kind: str = "") -> None:
        """Use the button or the link of this name, which leads on; or open a summary."""
        target = self._named(name, kind)
        if target.evaluate("element => element.tagName") == "SUMMARY":
            self._use(target)
            return
        with self.page.expect_navigation():
            self._use(target)

    def write(self, label: str, words: str) -> None:
        self._field(label).fill(words)

    def choose(self, label: str) -> None:
        """A radio button."""
        self._option(label, "radio").check()

    def tick(self, label: str) -> None:
        self._option(label, "checkbox").check()

    def pick(self, label: str, option: str) -> None:
        """From a list."""
        self._field(label).select_option(label=option)

    def write_day(self, label: str, day: date) -> None:
        self._field(label).fill(day.isoformat())

    def write_time(self, label: str, at: time) -> None:
        self._field(label).fill(f"{at:%H:%M}")

    def _use(self, target: Locator) -> None:
        target.click()

    def _named(self, name: str, kind: str) -> Locator:
        page = self.page
        found = page.get_by_role("link", name=name)
        found = found.or_(page.get_by_role("button", name=name))
        found = found.or_(page.locator("summary", has_text=name))
        return (page.locator(kind).and_(found) if kind else found).first

    def _field(self, label: str) -> Locator:
        return self.page.locator("main").get_by_label(label).first

    def _option(self, label: str, kind: str) -> Locator:
        main = self.page.locator("main")
        return main.get_by_label(label).and_(main.locator(f"[type={kind}]")).first


class Keyboard(Mouse):
    """Tab, arrows, Enter, Space and letters; nothing else touches the page."""

    def write(self, label: str, words: str) -> None:
        self._go_to(self._field(label))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(words)

    def choose(self, label: str) -> None:
        option = self._option(label, "radio")
        group = self.page.locator(f"[name='{option.get_attribute('name')}']")
        self._go_to(group)
        for _ in range(group.count()):
            if option.evaluate(IN_FOCUS):
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        assert option.is_checked()

    def tick(self, label: str) -> None:
        box = self._option(label, "checkbox")
        self._go_to(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def pick(self, label: str, option: str) -> None:
        chosen = self._field(label)
        self._go_to(chosen)
        self.page.keyboard.type(option)
        assert chosen.locator("option:checked").inner_text() == option

    def write_day(self, label: str, day: date) -> None:
        self._go_to(self._field(label))
        self.page.keyboard.type(f"{day:%m%d%Y}")
        assert self._field(label).input_value() == day.isoformat()

    def write_time(self, label: str, at: time) -> None:
        self._go_to(self._field(label))
        self.page.keyboard.type(f"{at:%I%M%p}")
        assert self._field(label).input_value() == f"{at:%H:%M}"

    def _use(self, target: Locator) -> None:
        self._go_to(target)
        self.page.keyboard.press("Enter")

    def _go_to(self, target: Locator) -> None:
        """Tab from the top of the page until one is there, or at one of them."""
        for _ in range(MOST_STOPS):
            if any(one.evaluate(IN_FOCUS) for one in target.all()):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {target}")
