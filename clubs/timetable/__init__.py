"""The school's time: which days have school, what kind of day, when its slots are.

A school that has said nothing about its days has school every day, by its regular bells.
"""

from clubs.timetable.bells import Bells, SlotOn, bells_of
from clubs.timetable.days import Day, dates
from clubs.timetable.lunches import other_lunches, own_lunch
from clubs.timetable.storage import (
    Timetable,
    days_between,
    held,
    ordinary_days,
    rebuild,
    timetable_of,
    worked_out_between,
)
from clubs.timetable.terms import TermLine, terms_of
from clubs.timetable.words import cycle_said

__all__ = [
    "Bells",
    "Day",
    "SlotOn",
    "TermLine",
    "Timetable",
    "bells_of",
    "cycle_said",
    "dates",
    "days_between",
    "held",
    "ordinary_days",
    "other_lunches",
    "own_lunch",
    "rebuild",
    "terms_of",
    "timetable_of",
    "worked_out_between",
]
