"""A school as the first tables held it, with a little of everything that changed since."""

from datetime import date, time

from sqlalchemy import Connection, text

MONDAY, TUESDAY, NEXT_MONDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 9)
NOON, ONE = time(12, 5), time(12, 45)

ROWS: dict[str, tuple[dict[str, object], ...]] = {
    "school": (
        {
            "id": "school", "name": "Maplecrest", "zone": "America/Edmonton", "demo": False,
            "decision_days": 7, "trusted_adult": "", "privacy_contact": "",
            "appeal_contact": "",
        },
        {
            "id": "quiet-school", "name": "No Lunches", "zone": "America/Edmonton",
            "demo": False, "decision_days": 7, "trusted_adult": "", "privacy_contact": "",
            "appeal_contact": "",
        },
    ),
    "lunch_wave": (
        {"id": "wave-a", "school_id": "school", "name": "A", "starts": time(11, 20),
         "ends": time(12, 0)},
        {"id": "wave-b", "school_id": "school", "name": "B", "starts": NOON, "ends": ONE},
        # Nothing refused times that end before they begin.
        {"id": "wave-c", "school_id": "school", "name": "C", "starts": ONE, "ends": NOON},
    ),
    "club": (
        {
            "id": "club", "school_id": "school", "state": "active", "kind": "social",
            "audience": "students", "step": "open", "no_list": False, "name": "Lanterns",
            "focus": "", "purpose": "", "first_meeting": "", "loosen_no_list": False,
            "imported_when": "", "imported_where": "", "imported_advisor": "",
            "school_year": 2027,
        },
    ),
    "person": (
        {
            "id": "person", "school_id": "school", "kind": "student", "given_name": "A",
            "family_name": "B", "active": True, "wave_id": "wave-b",
        },
    ),
    "membership": (
        {
            "id": "membership", "school_id": "school", "club_id": "club",
            "person_id": "person", "standing": "member", "role": "member",
            "commitment": "regular", "handle": "", "note": "", "offered_lead": False,
            "steps_down": False, "school_year": 2027,
        },
    ),
    "meeting_series": (
        {"id": "at-lunch", "school_id": "school", "club_id": "club", "weekday": 0,
         "first_on": MONDAY, "last_on": NEXT_MONDAY},
        {"id": "own-time", "school_id": "school", "club_id": "club", "weekday": 1,
         "first_on": TUESDAY, "last_on": TUESDAY},
    ),
    "meeting": tuple(
        {
            "id": key, "school_id": "school", "club_id": "club", "series_id": series,
            "planned_for": on, "on_date": on, "starts": starts, "ends": ends,
            "zone": "America/Edmonton", "wave_id": wave, "place": place, "agenda": "",
            "state": "planned", "change_words": "", "head_count": count,
        }
        for key, series, on, starts, ends, wave, place, count in (
            ("held", "at-lunch", MONDAY, time(11, 20), time(12, 0), "wave-a", "Room 1", 9),
            ("to-come", "at-lunch", NEXT_MONDAY, NOON, ONE, "wave-b", "Room 2", None),
            ("later", "own-time", TUESDAY, time(15, 30), time(16, 0), None, "Gym", 0),
            ("alone", None, TUESDAY, NOON, ONE, None, "Room 3", None),
        )
    ),
}  # fmt: skip


def fill(connection: Connection) -> None:
    for table, rows in ROWS.items():
        for row in rows:
            columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
            words = f"INSERT INTO {table} ({columns}) VALUES ({values})"
            connection.execute(text(words), _bound(connection, row))


def _bound(connection: Connection, row: dict[str, object]) -> dict[str, object]:
    """SQLite keeps dates and times as words, in the same form as SQLAlchemy writes them."""
    if connection.dialect.name != "sqlite":
        return row
    return {
        name: f"{value.isoformat()}.000000" if isinstance(value, time)
        else value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
    }  # fmt: skip
