"""Awareness days by their rule, so that the demo's events fall on believable dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from clubs.demo.shapes import DemoEvent


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same day every year."""

    month: int
    day: int

    def on(self, year: int) -> date:
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class LastWeekday:
    """The month's last such weekday; 0 is Monday."""

    month: int
    weekday: int

    def on(self, year: int) -> date:
        last = date(year, self.month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - self.weekday) % 7)


OCCASIONS: dict[str, Fixed | LastWeekday] = {
    "Orange Shirt Day": Fixed(9, 30),
    "World Mental Health Day": Fixed(10, 10),
    "World Kindness Day": Fixed(11, 13),
    "International Day of Persons with Disabilities": Fixed(12, 3),
    "Human Rights Day": Fixed(12, 10),
    "Pink Shirt Day": LastWeekday(2, 2),
    "Zero Discrimination Day": Fixed(3, 1),
    "World Down Syndrome Day": Fixed(3, 21),
    "International Day Against Homophobia, Biphobia and Transphobia": Fixed(5, 17),
    "National Indigenous Peoples Day": Fixed(6, 21),
}


def event_date(event: DemoEvent, today: date) -> date:
    """The school day an event falls on, seen from today: past or coming as `weeks` says."""
    if event.occasion is None:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=event.weeks, days=event.weekday)
    rule = OCCASIONS[event.occasion]
    days = [_school_day(rule.on(today.year + shift)) for shift in (-1, 0, 1)]
    if event.weeks < 0:
        return max(day for day in days if day < today)
    return min(day for day in days if day > today)


def _school_day(day: date) -> date:
    """A day at the weekend is kept on the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))
