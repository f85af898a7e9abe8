"""A plan as its preview prints it: long lists cut, other schools' people only counted."""

from dataclasses import dataclass, fields

from flask_babel import gettext as _

from clubs.models.people import PersonKind
from clubs.roster.plan import Changed, Facts, Plan
from clubs.roster.words import KINDS

LONGEST = 50
Row = tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """Rows to print; `more_…` is how many more there are than are shown."""

    counts: tuple[tuple[str, int], ...]
    schools: tuple[Row, ...]
    new: tuple[Row, ...]
    changed: tuple[Row, ...]
    leaving: tuple[Row, ...]
    more_new: int
    more_changed: int
    more_leaving: int
    notes: tuple[str, ...]
    many_leave: bool
    empty: bool


def shown(plan: Plan, school_id: str) -> Shown:
    """What an admin of this school may read of a plan: names of their own people."""
    own = {one.source_id for one in plan.targets if one.school_id == school_id}
    new = [one for one in plan.new if one.school in own]
    changed = [one for one in plan.changed if one.person.school_id == school_id]
    leaving = [one for one in plan.leaving if one.school_id == school_id]
    return Shown(
        counts=_counts(plan),
        schools=_schools(plan) if len(plan.targets) > 1 else (),
        new=tuple(_person(one.kind, one.facts) for one in new[:LONGEST]),
        changed=tuple(_change(one) for one in changed[:LONGEST]),
        leaving=tuple(_person(one.kind, one.facts) for one in leaving[:LONGEST]),
        more_new=max(0, len(new) - LONGEST),
        more_changed=max(0, len(changed) - LONGEST),
        more_leaving=max(0, len(leaving) - LONGEST),
        notes=plan.notes,
        many_leave=plan.many_leave,
        empty=plan.empty,
    )


def _counts(plan: Plan) -> tuple[tuple[str, int], ...]:
    return (
        (_("New"), len(plan.new)),
        (_("Changed"), len(plan.changed)),
        (_("Would leave"), len(plan.leaving)),
        (_("Rows left out"), plan.refused),
    )


def _schools(plan: Plan) -> tuple[Row, ...]:
    return tuple(
        (
            one.name,
            _("Here") if one.school_id else _("To be added"),
            str(sum(new.school == one.source_id for new in plan.new)),
            str(sum(old.person.school_id == one.school_id for old in plan.changed)),
            str(sum(gone.school_id == one.school_id for gone in plan.leaving)),
        )
        for one in plan.targets
    )


def _person(kind: PersonKind, facts: Facts) -> Row:
    name = f"{facts.given_name} {facts.family_name}".strip()
    return name, str(KINDS[kind]), facts.grade or "", facts.email or ""


def _change(one: Changed) -> Row:
    """The name, and each field that changes with both its values."""
    before, after = one.person.facts, one.facts
    differences = [
        _("%(field)s: %(before)s → %(after)s", field=label, before=old, after=new)
        for name, label in _labels().items()
        if (old := _value(before, name)) != (new := _value(after, name))
    ]
    name = f"{before.given_name} {before.family_name}".strip()
    return name, str(KINDS[one.person.kind]), "; ".join(differences)


def _labels() -> dict[str, str]:
    words = {
        "source_id": _("Roster id"),
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "email": _("E-mail"),
        "grade": _("Grade"),
        "active": _("Account"),
        "lunches": _("Lunch"),
    }
    return {one.name: words[one.name] for one in fields(Facts)}


def _value(facts: Facts, name: str) -> str:
    value = getattr(facts, name)
    if isinstance(value, bool):
        return _("here") if value else _("left")
    if isinstance(value, tuple):
        return ", ".join(f"{kind}: {name}" if kind else name for kind, name in value) or _(
            "none"
        )
    return value or _("none")
