"""What people write about days, times and rooms, and what the site makes of it."""

from datetime import time

import pytest

from clubs.roster.when_and_where import Frequency, PartOfDay, Understood, understand

MON, TUE, WED, THU, FRI, SAT = range(6)
WEEKLY, SECOND, MONTHLY = Frequency
BEFORE, LUNCH, AFTER = PartOfDay
SURE, UNSURE = True, False

# All but a few of these stand in a real school's list.
#  written                                   days             how often  weeks     certain
DAYS = [
    ("Thursdays",                            (THU,),          WEEKLY,  (),         SURE),
    ("tuesday",                              (TUE,),          WEEKLY,  (),         SURE),
    ("Wed",                                  (WED,),          WEEKLY,  (),         SURE),
    ("Wednesday's",                          (WED,),          WEEKLY,  (),         SURE),
    ("Wednesday’s at lunch",                 (WED,),          WEEKLY,  (),         SURE),
    ("Tuesdays and Mondays",                 (MON, TUE),      WEEKLY,  (),         SURE),
    ("Mondays,  Fridays",                    (MON, FRI),      WEEKLY,  (),         SURE),
    ("Mon/Wed/Fri",                          (MON, WED, FRI), WEEKLY,  (),         SURE),
    ("MWF",                                  (MON, WED, FRI), WEEKLY,  (),         SURE),
    ("T/Th",                                 (TUE, THU),      WEEKLY,  (),         SURE),
    ("Mon-Wed",                              (MON, TUE, WED), WEEKLY,  (),         SURE),
    ("Daily",                                (0, 1, 2, 3, 4), WEEKLY,  (),         SURE),
    ("Alt Fridays",                          (FRI,),          SECOND,  (),         SURE),
    ("every other Tuesday",                  (TUE,),          SECOND,  (),         SURE),
    ("Every 2 weeks on Monday",              (MON,),          SECOND,  (),         SURE),
    ("2nd Monday",                           (MON,),          MONTHLY, (2,),       SURE),
    ("First Monday of the month",            (MON,),          MONTHLY, (1,),       SURE),
    ("last Friday of the month",             (FRI,),          MONTHLY, (-1,),      SURE),
    ("1st,3rd,5th Thursday of the month",    (THU,),          MONTHLY, (1, 3, 5),  SURE),
    ("1st/3rd Tuesdays of each month",       (TUE,),          MONTHLY, (1, 3),     SURE),
    ("Every Other Friday (1st and 3rd)",     (FRI,),          MONTHLY, (1, 3),     UNSURE),
    ("every second Tuesday of the month",    (TUE,),          SECOND,  (),         UNSURE),
    ("Biweekly Thursdays",                   (THU,),          SECOND,  (),         UNSURE),
    ("Monthly on Fridays",                   (FRI,),          MONTHLY, (),         UNSURE),
    ("Tuesdays first lunch",                 (TUE,),          WEEKLY,  (),         UNSURE),
    ("Fri-Mon",                              (MON, FRI),      WEEKLY,  (),         UNSURE),
    ("fridays (fall and winter)",            (FRI,),          WEEKLY,  (),         UNSURE),
    ("Tuesday, sometimes Thursday",          (TUE, THU),      WEEKLY,  (),         UNSURE),
    ("Wednesday (combined with drama club)", (WED,),          WEEKLY,  (),         UNSURE),
    ("not Mondays",                          (MON,),          WEEKLY,  (),         UNSURE),
    ("Frid+B95+C96",                         (FRI,),          WEEKLY,  (),         UNSURE),
    ("Day 2",                                (),              None,    (),         UNSURE),
    ("",                                     (),              None,    (),         UNSURE),
]  # fmt: skip


@pytest.mark.parametrize("written, days, often, weeks, certain", DAYS)
def test_days(
    written: str, days: object, often: object, weeks: object, *, certain: bool
) -> None:
    read = understand(written, "", "")
    assert (read.weekdays, read.frequency, read.weeks) == (days, often, weeks)
    assert read.certain is certain


#  day text, time text                                part    starts     ends    certain
TIMES = [
    ("Mondays", "Lunch",                              LUNCH,  None,    None,    SURE),
    ("monday lunches", "",                            LUNCH,  None,    None,    SURE),
    ("Tuesday", "Morning",                            BEFORE, None,    None,    SURE),
    ("Mondays", "after school",                       AFTER,  None,    None,    SURE),
    ("Thursdays at lunch", "lunch",                   LUNCH,  None,    None,    SURE),
    ("Friday", "8:15 a.m.",                           None,   "08:15", None,    SURE),
    ("Friday", "7:45 AM",                             None,   "07:45", None,    SURE),
    ("wed, 8:00am", "",                               None,   "08:00", None,    SURE),
    ("Thursdays at 4:00", "",                         None,   "16:00", None,    SURE),
    ("Thursdays at 4", "",                            None,   "16:00", None,    SURE),
    ("Monday", "3:40-5:30",                           None,   "15:40", "17:30", SURE),
    ("Monday", "3-4pm",                               None,   "15:00", "16:00", SURE),
    ("Monday", "11:30-1pm",                           None,   "11:30", "13:00", SURE),
    ("Monday", "15:30",                               None,   "15:30", None,    SURE),
    ("Monday", "12 noon",                             None,   "12:00", None,    SURE),
    ("Wednesday 11:55 - 12:25 (Lunch)", "",           LUNCH,  "11:55", "12:25", SURE),
    ("Mondays", "7:30",                               None,   "07:30", None,    UNSURE),
    ("Mondays (6-7:30)", "",                          None,   "18:00", "19:30", UNSURE),
    ("Tuesdays after school, about 3:50 to 4:50", "", AFTER,  "15:50", "16:50", UNSURE),
    ("Mon (3:45-4:45), Wed (2:30-3:30)", "",          None,   None,    None,    UNSURE),
    ("Mon 3:45", "Mon 4:45",                          None,   None,    None,    UNSURE),
    ("Mondays", "lunch and after school",             None,   None,    None,    UNSURE),
    ("Mondays", "Club Time",                          None,   None,    None,    UNSURE),
    ("Mondays", "29:00-30:00",                        None,   None,    None,    UNSURE),
    ("Mondays", "5pm-3pm",                            None,   None,    None,    UNSURE),
    ("Mondays", "13pm",                               None,   None,    None,    UNSURE),
    ("Mondays", "11:30-12",                           None,   "11:30", "12:00", SURE),
    ("Mondays", "3-4",                                None,   None,    None,    UNSURE),
    ("Mondays", "29:00",                              None,   None,    None,    UNSURE),
]  # fmt: skip


@pytest.mark.parametrize("day, when, part, starts, ends, certain", TIMES)
def test_times(  # a row of the table
    day: str,
    when: str,
    part: PartOfDay | None,
    starts: str | None,
    ends: str | None,
    certain: bool,
) -> None:
    read = understand(day, when, "")
    assert read.part_of_day is part
    assert read.starts == (starts and time.fromisoformat(starts))
    assert read.ends == (ends and time.fromisoformat(ends))
    assert read.certain is certain


ROOMS = [
    ("231",                                                     ("231",),        SURE),
    ("007",                                                     ("007",),        SURE),
    ("Room 352",                                                ("352",),        SURE),
    ("rm 445",                                                  ("445",),        SURE),
    ("c111",                                                    ("C111",),       SURE),
    ("231 & 232",                                               ("231", "232"),  SURE),
    ("gym",                                                     ("Gym",),        SURE),
    ("The library",                                             ("Library",),    SURE),
    ("fab lab",                                                 ("Fab lab",),    SURE),
    ("",                                                        (),              SURE),
    ("441- Ms. Teacher",                                        ("441",),        UNSURE),
    ("C104(orchestra room)",                                    ("C104",),       UNSURE),
    ("C102 (or C104 in case of room conflicts)",                ("C102", "C104"), UNSURE),
    ("365 I think (Mr. Teacher room)",                          ("365",),        UNSURE),
    ("442 (4th floor flex space)",                              ("442",),        UNSURE),
    ("Rm 1231 @ Club Time",                                     ("1231",),       UNSURE),
    ("Mr. Teacher room",                                        (),              UNSURE),
    ("Teacher's room",                                          (),              UNSURE),
    ("TBD",                                                     (),              UNSURE),
]  # fmt: skip


@pytest.mark.parametrize("written, rooms, certain", ROOMS)
def test_rooms(written: str, rooms: tuple[str, ...], *, certain: bool) -> None:
    read = understand("Mondays", "", written)
    assert read.rooms == rooms
    assert read.certain is certain


def test_a_room_among_the_days_is_found_but_not_certain() -> None:
    read = understand("Frid+B95+C96", "lunch", "")
    assert (read.rooms, read.certain) == (("B95", "C96"), False)


def test_a_whole_story_is_left_to_a_person() -> None:
    assert understand("Monday " * 200, "", "") == Understood()
