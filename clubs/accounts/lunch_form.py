"""Which lunch somebody has: on regular days, and on others that have several."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import SelectField

from clubs.timetable import Bells, SlotOn
from clubs.web.filters import clock_time
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l


class LunchForm(Form):
    """`lunch_form` adds a choice for each other kind of day with more than one lunch."""

    wave = SelectField(_l("Your lunch"))

    @property
    def others(self) -> dict[str, str]:
        """What was chosen for other kinds of days; "" for nothing."""
        return {
            field.name.removeprefix("other_"): field.data or ""
            for field in self
            if field.name.startswith("other_")
        }

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return len(list(self.wave.choices or ())) > 1 or bool(self.others)


def lunch_form(
    bells: Bells, wave_id: str | None, others: Mapping[str, str], *, sent: bool
) -> LunchForm:
    """The form for these bells; `sent`: what somebody has just chosen is read."""
    asked = {
        kind: lunches
        for kind in bells.names
        if kind != bells.regular_id and len(lunches := _lunches(bells.of(kind))) > 1
    }
    fields: dict[str, Any] = {f"other_{kind}": _field(bells, kind) for kind in asked}
    if asked:
        fields["wave"] = SelectField(_l("Your lunch on regular days"))
    known = {"wave": wave_id or "", **{f"other_{k}": others.get(k, "") for k in asked}}
    form_class: type[LunchForm] = type("LunchFormOfSchool", (LunchForm,), fields)
    form = form_class(data=known) if sent else form_class(formdata=None, data=known)
    form.wave.choices = _choices(_lunches(bells.regular))
    for kind, lunches in asked.items():
        form[f"other_{kind}"].choices = _choices(lunches)
    return form


def _field(bells: Bells, kind: str) -> Any:
    return SelectField(_l("Your lunch: %(kind)s", kind=bells.names[kind]))


def _lunches(slots: Sequence[SlotOn]) -> list[SlotOn]:
    return [one for one in slots if one.lunch]


def _choices(lunches: Sequence[SlotOn]) -> list[tuple[str, str]]:
    named = [(one.id, _words(one)) for one in lunches]
    return [("", _("I have not chosen")), *named]


def _words(one: SlotOn) -> str:
    starts, ends = clock_time(one.starts), clock_time(one.ends)
    return str(
        _("%(name)s, %(starts)s to %(ends)s", name=one.name, starts=starts, ends=ends)
    )
