"""What is over, and how it ends. Each task answers how many things it ended."""

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Delete, delete, exists, literal, or_, select, update

from clubs import belonging, clock, timetable
from clubs.belonging.ending import end_old_codes
from clubs.belonging.leaders import note_leaderless
from clubs.db import db, in_parts
from clubs.models.accounts import PasswordLink, SessionRecord, ThrottleBucket
from clubs.models.clubs import Club, ClubState
from clubs.models.events import Coming, Event
from clubs.models.people import Person, School
from clubs.models.review import Proposal, Review, Stage
from clubs.models.timetable import SchoolDay
from clubs.models.uploads import Upload
from clubs.notices import forget_people
from clubs.planning import gathering, reach
from clubs.planning.following import follow_calendar
from clubs.policy.retention import AFTER_LEAVING, LIFE

_OVER = (Stage.DECLINED, Stage.WITHDRAWN)


def _count(statement: Delete) -> int:
    return len(db.session.execute(statement.returning(literal(1))).all())


def _today() -> date:
    return clock.now().date()


def _schools() -> Sequence[str]:
    return db.session.scalars(select(School.id)).all()


def sessions() -> int:
    limit = clock.now() - LIFE["session_record"]
    return _count(delete(SessionRecord).where(SessionRecord.expires_at < limit))


def links() -> int:
    limit = clock.now() - LIFE["password_link"]
    return _count(delete(PasswordLink).where(PasswordLink.expires_at < limit))


def uploads() -> int:
    return _count(delete(Upload).where(Upload.expires_at < clock.now()))


def throttle_buckets() -> int:
    limit = clock.now() - LIFE["throttle_bucket"]
    return _count(delete(ThrottleBucket).where(ThrottleBucket.measured_at < limit))


def answers_to_past_events() -> int:
    past = select(Event.id).where(Event.on_date < _today() - LIFE["coming"])
    return _count(delete(Coming).where(Coming.event_id.in_(past)))


def answers_to_past_meetings() -> int:
    """Who said that they come, and what there was to do."""
    limit = _today() - LIFE["coming"]
    return sum(gathering.end_past(one, limit) for one in _schools())


def invite_codes() -> int:
    return end_old_codes(_today() - LIFE["invite_code"])


def declined_proposals() -> int:
    """Proposals nobody has touched for long, and the clubs that never came of them."""
    fresh = exists().where(
        Review.proposal_id == Proposal.id,
        Review.on_date >= _today() - LIFE["declined_proposal"],
    )
    ended = _count(delete(Proposal).where(Proposal.stage.in_(_OVER), ~fresh))
    never_came = select(Club).where(
        Club.state.in_((ClubState.DECLINED, ClubState.WITHDRAWN)),
        ~exists().where(Proposal.club_id == Club.id),
    )
    for club in db.session.scalars(never_came).all():
        for one in belonging.in_club(club):
            belonging.end(club, one)
        db.session.execute(delete(Club).where(Club.id == club.id))
    return ended


def people_who_left() -> int:
    """Their belongings and notices first, which no foreign key reaches; then themselves."""
    _note_who_left()
    gone = 0
    for school_id in _schools():
        left = db.session.scalars(select(Person.id).where(*_long_gone(school_id))).all()
        belonging.forget_people(school_id, left)
        forget_people(school_id, left)
        gathering.forget_people(school_id, left)
        for some in in_parts(left):
            db.session.execute(delete(Person).where(Person.id.in_(some)))
        gone += len(left)
    return gone


def _long_gone(school_id: str) -> tuple[ColumnElement[bool], ...]:
    by_kind = (
        (Person.kind == kind) & (Person.left_on <= _today() - life)
        for kind, life in AFTER_LEAVING.items()
    )
    return Person.school_id == school_id, ~Person.active, or_(*by_kind)


def _note_who_left() -> None:
    left = ~Person.active & Person.left_on.is_(None)
    db.session.execute(update(Person).where(left).values(left_on=_today()))
    back = Person.active & Person.left_on.is_not(None)
    db.session.execute(update(Person).where(back).values(left_on=None))


def lunches_within_reach() -> int:
    """Worked out anew once a month, for those who plan meetings (planning/reach.py)."""
    return sum(reach.refresh_school(one) for one in _schools())


def clubs_without_a_leader() -> int:
    """Notes them for the school's desk, which must not change at once (P6)."""
    schools = db.session.execute(select(School.id, School.zone)).all()
    return sum(note_leaderless(one, clock.today(zone)) for one, zone in schools)


def days_of_the_next_year() -> int:
    """When the school year turns, one more is worked out; meetings follow it."""
    worked_out = select(SchoolDay.school_id).distinct()
    schools = select(School).where(School.id.in_(worked_out)).order_by(School.id)
    return sum(_work_out(one) for one in db.session.scalars(schools).all())


def _work_out(school: School) -> int:
    changed = timetable.rebuild(school)
    if changed:
        follow_calendar(school.id, changed)
    return len(changed)


TASKS: dict[str, Callable[[], int]] = {
    "sessions": sessions,
    "links": links,
    "uploads": uploads,
    "throttle": throttle_buckets,
    "answers to past events": answers_to_past_events,
    "answers to past meetings": answers_to_past_meetings,
    "invite codes": invite_codes,
    "declined proposals": declined_proposals,
    "people who left": people_who_left,
    "clubs without a leader": clubs_without_a_leader,
    "lunches within reach": lunches_within_reach,
    "days of the next year": days_of_the_next_year,
}
