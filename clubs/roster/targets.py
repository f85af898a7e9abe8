"""Which schools a roster file is about: ours, and those that have to be added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.roster.reading import Refused, Roster, SchoolRecord

_DISTRICT = "district"


@dataclass(frozen=True)
class OurSchool:
    """A school as the site knows it."""

    id: str
    name: str
    source_id: str | None


@dataclass(frozen=True)
class Target:
    """One school of the file. `school_id` is None as long as it has to be added.

    `remembers`: the school is ours and is to take over the file's id for it.
    """

    source_id: str
    name: str
    school_id: str | None
    remembers: bool = False


@dataclass(frozen=True)
class Aim:
    """Who asks, and how far they may reach: into one school, or a whole district's."""

    lead: OurSchool
    ours: Sequence[OurSchool]
    whole: bool = False
    may_whole: bool = False


def targets(roster: Roster, aim: Aim) -> tuple[Target, ...]:
    """The schools whose people are taken; raises Refused when that cannot be said."""
    schools = _with_people(roster)
    if not schools:
        # Such a file can only say that some have left.
        return (Target(aim.lead.source_id or "", aim.lead.name, aim.lead.id),)
    if len(schools) == 1:
        return tuple(_only(school, aim) for school in schools)
    own = next((school for school in schools if _is_lead(school, aim)), None)
    if own is not None and own.kind != _DISTRICT and not aim.whole:
        return (_ours(own, aim.lead),)
    if not aim.may_whole:
        raise Refused(
            _("None of the schools in this file is %(name)s.", name=aim.lead.name)
        )
    found = tuple(_found(school, aim) for school in schools)
    _refuse_equal_names(found)
    return (*found, *_empty(roster, found, aim))


def _with_people(roster: Roster) -> list[SchoolRecord]:
    """Schools that somebody in the file belongs to; changes may name them by id only."""
    known = {school.source_id: school for school in roster.schools}
    used = dict.fromkeys(
        one for person in roster.people for one in person.school_source_ids
    )
    return [known.get(source_id) or SchoolRecord(source_id, "", "") for source_id in used]


def _empty(roster: Roster, found: tuple[Target, ...], aim: Aim) -> Iterator[Target]:
    """Schools of ours that the file lists with nobody in them."""
    done = {target.source_id for target in found}
    listed = {school.source_id for school in roster.schools} - done
    for one in aim.ours:
        if one.source_id in listed:
            yield Target(one.source_id, one.name, one.id)


def _only(school: SchoolRecord, aim: Aim) -> Target:
    lead = aim.lead
    held = any(one.source_id == school.source_id for one in aim.ours if one.id != lead.id)
    if held or lead.source_id not in (None, school.source_id):
        raise Refused(
            _(
                "This file is about another school, %(other)s, and not about %(name)s.",
                other=school.name or school.source_id,
                name=lead.name,
            )
        )
    return _ours(school, lead)


def _is_lead(school: SchoolRecord, aim: Aim) -> bool:
    if aim.lead.source_id is not None:
        return school.source_id == aim.lead.source_id
    return _same(school.name, aim.lead.name)


def _found(school: SchoolRecord, aim: Aim) -> Target:
    for one in aim.ours:
        if one.source_id == school.source_id:
            return _ours(school, one)
    if not school.name:
        raise Refused(
            _("The file doesn't say which school %(id)s is.", id=school.source_id)
        )
    for one in aim.ours:
        if _same(one.name, school.name):
            return _ours_by_name(school, one)
    return Target(school.source_id, school.name, None)


def _ours_by_name(school: SchoolRecord, one: OurSchool) -> Target:
    if one.source_id is not None:
        sentence = _("There is another school called %(name)s already.", name=one.name)
        raise Refused(sentence)
    return _ours(school, one)


def _ours(school: SchoolRecord, one: OurSchool) -> Target:
    remembers = one.source_id is None
    return Target(school.source_id, one.name, one.id, remembers=remembers)


def _refuse_equal_names(found: tuple[Target, ...]) -> None:
    seen: set[str] = set()
    for target in found:
        if target.name.casefold() in seen:
            reason = _("Two schools in this file are called %(name)s.", name=target.name)
            raise Refused(reason)
        seen.add(target.name.casefold())


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
