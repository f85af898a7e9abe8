"""A calendar as a school's own system exports it: terms, days off, and odd lines."""


def event(*lines: str, uid: str | None = "one@school.example") -> str:
    ids = [f"UID:{uid}"] if uid else []
    stamped = ["DTSTAMP:20260801T000000Z", *ids]
    return "\r\n".join(["BEGIN:VEVENT", *stamped, *lines, "END:VEVENT"])


def all_day(title: str, first: str, until: str = "", *more: str) -> str:
    """`until` is the day after the last one, as calendars write it."""
    ends = [f"DTEND;VALUE=DATE:{until}"] if until else []
    return event(f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}", *ends, *more)


def calendar(*parts: str, name: str = "Maplecrest", lines: tuple[str, ...] = ()) -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//School//EN", *lines]
    named = [f"X-WR-CALNAME:{name}"] if name else []
    return "\r\n".join([*head, *named, *parts, "END:VCALENDAR", ""]).encode()


OWN_EXPORT = calendar(
    "BEGIN:VTIMEZONE\r\nTZID:America/Edmonton\r\nX-LIC-LOCATION:America/Edmonton\r\n"
    "BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0600\r\n"
    "TZOFFSETTO:-06:00\r\nEND:STANDARD\r\nEND:VTIMEZONE",
    all_day("First day of school – Fall semester", "20260908"),
    all_day("Last day of classes", "20270129"),
    all_day("Spring Semester", "20270201", "20270626"),
    all_day("PD Day – No School for Students", "20261127"),
    all_day("Winter Break", "20261221", "20270104"),
    all_day("Early Dismissal", "20261202", "", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
    all_day("Family Day", "20270215", "", "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=3MO"),
    event(
        "SUMMARY:Basketball at Hillside",
        "DTSTART;TZID=America/Edmonton:20261124T160000",
        "DTEND;TZID=America/Edmonton:20261124T180000",
    ),
    event("SUMMARY:Thanksgiving Assembly", "DTSTART:20261120T150000Z", "DURATION:PT1H"),
    all_day("Snow day", "2026-12-03"),
    all_day("Cancelled trip – no school", "20261204", "", "STATUS:CANCELLED"),
    "BEGIN:VALARM\r\nTRIGGER:tomorrow\r\nACTION:DISPLAY\r\nEND:VALARM",
    lines=("METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:P1H", "A line that is none"),
)
