"""The school's time: which days have school, what kind of day, when its slots are.

A school that has said nothing about its days has school every day, by its regular bells.
"""

from clubs.timetable.bells import Bells, SlotOn, bells_of
from clubs.timetable.days import Day
from clubs.timetable.lunches import other_lunches, own_lunch
from clubs.timetable.storage import Timetable, days_between, rebuild, timetable_of

__all__ = [
    "Bells",
    "Day",
    "SlotOn",
    "Timetable",
    "bells_of",
    "days_between",
    "other_lunches",
    "own_lunch",
    "rebuild",
    "timetable_of",
]
