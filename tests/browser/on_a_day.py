"""Serve a demo school at a moment that is given: `python -m tests.browser.on_a_day …`.

Two students whom nobody can be with a button get passwords, and a place in a club.
"""

import json
import sys
from datetime import datetime

import time_machine
from sqlalchemy import select
from werkzeug.serving import make_server

from clubs import belonging, create_app
from clubs.accounts.passwords import hash_of
from clubs.belonging import Belonging, Role, Standing
from clubs.db import db, expect_writes
from clubs.demo.filling import fill
from clubs.demo.filling.size import Size
from clubs.models.accounts import Password
from clubs.models.clubs import Club
from clubs.models.people import Person
from clubs.models.timetable import Slot

PASSWORD = "plum curling gravel"
SIZE = Size(people=(120,), clubs=(30,))


def students(club_name: str, lunches: str) -> dict[str, str]:
    """A member of the club with each of these lunches: their addresses."""
    club = db.session.scalars(select(Club).where(Club.name == club_name)).one()
    found = {}
    for lunch in lunches:
        having = select(Person).join(Slot, Slot.id == Person.wave_id)
        nobody_yet = having.where(Slot.name == lunch, Person.source_id.not_like("demo-%"))
        person = db.session.scalars(nobody_yet.order_by(Person.id).limit(1)).one()
        db.session.add(Password(person_id=person.id, hash=hash_of(PASSWORD)))
        one = Belonging(
            club_id=club.id,
            standing=Standing.MEMBER,
            role=Role.MEMBER,
            handle=f"Lunch {lunch}",
        )
        assert belonging.begin(club, person.id, one)
        found[lunch] = person.email or ""
    return found


def main(moment: str, port: str, told: str) -> None:
    with time_machine.travel(datetime.fromisoformat(moment)):
        app = create_app()
        with app.app_context():
            expect_writes(yes=True)
            fill(SIZE, lambda things, _words: things)
            people = students("Rainbow Room GSA", "BC")
            db.session.commit()
        server = make_server("127.0.0.1", int(port), app, threaded=True)
        with open(told, "w") as file:
            json.dump(people, file)
        server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
