"""The people of a demo school: the personas, and a crowd around them."""

from collections.abc import Iterator

from clubs.demo.bells import EARLY_CLOSING
from clubs.demo.filling.place import People, Place
from clubs.demo.names import email_for, person_names
from clubs.demo.people import PERSONAS
from clubs.demo.queries import SOURCE
from clubs.demo.shapes import WAVES, Persona
from clubs.models.people import Appointment, Office, Person, PersonKind
from clubs.models.timetable import PersonLunch

# Of every ten people eight are students, one works here, one is somebody's caregiver.
_KINDS = [PersonKind.STAFF, PersonKind.CAREGIVER] + [PersonKind.STUDENT] * 8
_GRADES = ("9", "10", "11", "12")
_MARKS = {PersonKind.STUDENT: "S", PersonKind.STAFF: "T", PersonKind.CAREGIVER: "C"}


def people_of(place: Place, count: int, seed: int, used: set[str]) -> Iterator[Person]:
    """`count` people of a school; their ids are noted in the place as they come."""
    personas = PERSONAS if place.first else ()
    for persona in personas:
        yield _persona(place, persona, used)
    names = person_names(count - len(personas), seed)
    for number, (given, family) in enumerate(names):
        person = _somebody(place, number, given, family, used)
        _note(place.people, person, place)
        yield person


def appointments(place: Place) -> Iterator[Appointment]:
    """The personas' offices, and one more admin from the staff."""
    people = place.people
    for persona in PERSONAS if place.first else ():
        if persona.admin:
            people.admins.append(people.personas[persona.key])
        if persona.district_admin:
            yield _appointed(place, people.personas[persona.key], Office.DISTRICT_ADMIN)
    people.admins.append(people.staff.pop(0))
    for person_id in people.admins:
        yield _appointed(place, person_id, Office.ADMIN)


def other_lunches(place: Place) -> Iterator[PersonLunch]:
    """On early closing days, who has lunch C eats with A or with B; some did not say."""
    chosen = place.rng.sample(
        place.people.students["C"], len(place.people.students["C"]) * 2 // 3
    )
    late = [
        place.people.personas[one.key]
        for one in (PERSONAS if place.first else ())
        if one.wave == "C"
    ]
    for number, person_id in enumerate(chosen + late):
        yield PersonLunch(
            person_id=person_id,
            day_type_id=place.slots[EARLY_CLOSING],
            school_id=place.school.id,
            slot_id=place.slots["AB"[number % 2]],
        )


def _appointed(place: Place, person_id: str, office: Office) -> Appointment:
    return Appointment(school_id=place.school.id, person_id=person_id, office=office)


def _persona(place: Place, persona: Persona, used: set[str]) -> Person:
    person = Person(
        school_id=place.school.id,
        source_id=f"{SOURCE}{persona.key}",
        kind=PersonKind(persona.kind),
        given_name=persona.given,
        family_name=persona.family,
        email=email_for(persona.given, persona.family, used),
        grade=str(persona.grade) if persona.grade else None,
        wave_id=place.slots[persona.wave] if persona.wave else None,
        active=True,
    )
    place.people.personas[persona.key] = person.id
    return person


def _somebody(place: Place, number: int, given: str, family: str, used: set[str]) -> Person:
    kind = _KINDS[number % len(_KINDS)]
    student = kind is PersonKind.STUDENT
    wave = place.slots[place.rng.choice(WAVES)] if student else None
    return Person(
        school_id=place.school.id,
        source_id=f"{_MARKS[kind]}{number + 1:06}",
        kind=kind,
        given_name=given,
        family_name=family,
        email=email_for(given, family, used),
        grade=place.rng.choice(_GRADES) if student else None,
        wave_id=wave,
        active=True,
    )


def _note(people: People, person: Person, place: Place) -> None:
    if person.kind is PersonKind.STAFF:
        people.staff.append(person.id)
    elif person.kind is PersonKind.CAREGIVER:
        people.caregivers.append(person.id)
    else:
        wave = next(name for name in WAVES if place.slots[name] == person.wave_id)
        people.students[wave].append(person.id)
