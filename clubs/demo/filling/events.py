"""The demo school's events, their decisions, and how many are coming."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from clubs import clock
from clubs.demo.events import DEMO_EVENTS
from clubs.demo.filling.history import History
from clubs.demo.filling.place import Place
from clubs.demo.occasions import event_date
from clubs.demo.shapes import WAVES, DemoEvent
from clubs.models.events import Coming, Event, EventAudience, EventState
from clubs.models.review import About, Act, Proposal, Reason, Stage
from clubs.seal import seal

_STATES = {"with_school": EventState.PROPOSED}
_STAGES = {
    "proposed": Stage.WITH_SPONSOR,
    "with_school": Stage.WITH_SCHOOL,
    "approved": Stage.ACCEPTED,
    "declined": Stage.DECLINED,
    "cancelled": Stage.ACCEPTED,
}
_WAITED = 2
# Who is coming is forgotten a week after the event.
_KEPT_DAYS = 7


def events_of(place: Place) -> list[tuple[DemoEvent, Event]]:
    """Events of the clubs that are there."""
    wanted = DEMO_EVENTS if place.first else ()
    return [(one, _event(place, one)) for one in wanted if one.club_key in place.clubs]


def _event(place: Place, written: DemoEvent) -> Event:
    on_date = event_date(written, place.today)
    ends = datetime.combine(on_date, written.starts) + timedelta(minutes=written.minutes)
    cancelled = written.state == "cancelled"
    return Event(
        school_id=place.school.id,
        club_id=place.clubs[written.club_key].row.id,
        state=_STATES.get(written.state) or EventState(written.state),
        title=written.title,
        what=written.what,
        on_date=on_date,
        starts=written.starts,
        ends=ends.time(),
        zone=place.school.zone,
        place=written.place,
        audience=EventAudience(written.audience),
        outsider=written.outside_presenter,
        outsider_approved=bool(written.outside_presenter) and written.state == "approved",
        cancelled_because=written.reason_words if cancelled else "",
        changed_on=place.today - clock.days(1) if cancelled else None,
    )


def decision_on(place: Place, written: DemoEvent, event: Event) -> History:
    """How the event was, or is being, decided."""
    stage = _STAGES[written.state]
    since = _since(place.today, event.on_date, decided=stage is Stage.ACCEPTED)
    proposal = Proposal(
        school_id=event.school_id,
        club_id=event.club_id,
        event_id=event.id,
        about=About.EVENT,
        stage=stage,
        waiting_since=since,
        due_on=since + clock.days(place.school.decision_days),
    )
    history = History(proposal, begun=since - clock.days(3), ended=since)
    sponsor_id = place.clubs[written.club_key].sponsor_id
    history.add(Act.PROPOSED)
    if stage is not Stage.WITH_SPONSOR:
        history.add(Act.SPONSOR_ACCEPTED, sponsor_id, as_sponsor=True)
    if stage is Stage.ACCEPTED:
        history.add(Act.ACCEPTED, place.people.admins[0])
    if stage is Stage.DECLINED:
        reason = Reason(written.reason_code or "incomplete")
        words = written.reason_words
        history.add(Act.DECLINED, place.people.admins[0], words, reason=reason)
    return history


def _since(today: date, on_date: date, *, decided: bool) -> date:
    """Some days ago; what was decided, some weeks before it is or was held."""
    waited = today - clock.days(_WAITED)
    return min(waited, on_date - clock.days(21)) if decided else waited


def coming_to(place: Place, events: list[tuple[DemoEvent, Event]]) -> Iterator[Coming]:
    """As many tokens as people are coming; they can be counted, not read."""
    make = seal().tokens("coming")
    people = place.people
    everybody = [one for wave in WAVES for one in people.students[wave]]
    for written, event in events:
        if event.on_date < place.today - clock.days(_KEPT_DAYS):
            continue
        pool = everybody
        if written.audience in ("families", "community"):
            pool = everybody + people.caregivers
        for person_id in place.rng.sample(pool, min(len(pool), written.coming)):
            token = make(event.id, person_id)
            yield Coming(token=token, school_id=event.school_id, event_id=event.id)
