"""Who can see this? Answered by the ladder itself, in plain words (P4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from clubs.models.clubs import Step
from clubs.policy.ladder import (
    ANSWERERS,
    IN_A_FEED,
    MAILED_BY_DEFAULT,
    NAMED_IN_FEEDS,
    WAY_IN,
    Eye,
    People,
    WayIn,
    sight,
)

EYES = {
    Eye.CLASSMATE: _l("A student outside the club"),
    Eye.STAFF: _l("Staff outside the club"),
    Eye.CAREGIVER: _l("A caregiver outside the club"),
    Eye.ADMIN: _l("The school’s admins"),
    Eye.MEMBER: _l("A member"),
    Eye.LEADER: _l("A leader"),
    Eye.SPONSOR: _l("The sponsor"),
}
PEOPLE = {
    People.NOBODY: _l("Nobody"),
    People.HANDLES: _l("Handles"),
    People.NAMES: _l("Names"),
}
WAYS_IN = {
    WayIn.ONE_STEP: _l("Whoever it is for joins in one step."),
    WayIn.ASK: _l("One asks to join, and a leader or the sponsor says yes."),
    WayIn.CODE: _l("One asks with a code from the sponsor, and the sponsor says yes."),
}


@dataclass(frozen=True)
class Row:
    """One line of the table. `mark` says whose line it is, as "you now"."""

    who: str
    finds: bool
    page: bool
    when: bool
    people: str
    mark: str = ""


def table_for(
    step: Step, *, no_list: bool = False, marks: Mapping[Eye, str] | None = None
) -> list[Row]:
    """For each eye: finds it, reads its page, knows when and where, sees who belongs."""
    return [
        Row(
            str(EYES[eye]),
            seen.finds,
            seen.page,
            seen.when,
            _people(seen.people, no_list=no_list),
            (marks or {}).get(eye, ""),
        )
        for eye, seen in ((eye, sight(step, eye)) for eye in Eye)
    ]


def _people(people: People, *, no_list: bool) -> str:
    if no_list and people is People.HANDLES:
        return _("Handles, tied to nobody")
    return str(PEOPLE[people])


def in_one_line(step: Step) -> str:
    """The same in a breath, for the club's page and the page where one joins."""
    return f"{_finding(step)} {_timing(step)} {_listing(step)}"


def _finding(step: Step) -> str:
    if not sight(step, Eye.CLASSMATE).finds:
        return _("Only people who belong to this club can find it.")
    if not sight(step, Eye.CAREGIVER).page:
        return _(
            "Students and staff can find this club; caregivers see its name and purpose."
        )
    return _("Everyone at this school can find this club.")


def _timing(step: Step) -> str:
    if sight(step, Eye.CLASSMATE).when:
        return _("They see when and where it meets.")
    return _("Only members and the sponsor see when and where it meets.")


def _listing(step: Step) -> str:
    people = sight(step, Eye.MEMBER).people
    if people is People.NAMES:
        return _("Only members and the sponsor see who belongs, by name.")
    if people is People.HANDLES:
        return _("Only members and the sponsor see who belongs, by handle.")
    return _("Only leaders and the sponsor see who belongs, by handle.")


def in_calendars(step: Step, *, own: bool) -> str:
    """What people outside the school can read; `own` says whether the club has an address
    for its meetings."""
    if step in NAMED_IN_FEEDS:
        return _(
            "Its name, and when and where it meets, may be in a calendar that anybody with"
            " the address can read, in or outside of the school."
        )
    if step in IN_A_FEED and own:
        return _(
            "Anybody with the address of its calendar, in or outside of the school, reads"
            " when and where it meets, but not its name."
        )
    return _("It is in no calendar that anybody outside the school can read.")


def way_in(step: Step) -> str:
    if WAY_IN[step] is WayIn.ASK and ANSWERERS[step] == (Eye.SPONSOR,):
        return _("One asks to join, and the sponsor says yes.")
    return str(WAYS_IN[WAY_IN[step]])


def what_is_kept(step: Step, *, no_list: bool) -> str:
    """What the site stores of a membership on this step."""
    if step is Step.OPEN:
        return _("The site keeps a list of names. Whoever runs the site could read it.")
    if no_list:
        return _(
            "The site keeps no list at all. It recognises you when you sign in, and holds"
            " your handle, locked, but nothing that says it is you."
        )
    return _(
        "Each membership is locked. Somebody who steals the data without the key learns"
        " no name, and cannot count how many belong."
    )


def what_mail_says(step: Step) -> str:
    if step in MAILED_BY_DEFAULT:
        return _("Mail says “you have an update”, and never which club it is about.")
    return _(
        "Members get no mail about this club unless they ask for it. It then says “you"
        " have an update”, and never which club it is about."
    )


def what_admins_know(step: Step) -> str:
    if not sight(step, Eye.ADMIN).finds:
        return _("Admins know that this club was accepted, and nobody who belongs to it.")
    return _("Admins see pooled figures, and nobody who belongs to this club.")
