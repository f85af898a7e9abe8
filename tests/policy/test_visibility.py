"""What each viewer may know of, asked of the database with the policy's own conditions."""

import pytest
from sqlalchemy import ColumnElement, select

from clubs.db import Model, db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState, SponsorStanding, Step
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.meetings import Meeting
from clubs.models.people import Office, Person, PersonKind, School
from clubs.models.review import Proposal
from clubs.policy import visibility as see
from clubs.policy.viewer import Viewer, viewer_of_person
from tests.factories import Builder
from tests.policy.cast import Cast
from tests.visitor import queries_of

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step
ALL = set(Step)
LISTED = {OPEN, PRIVATE, CONFIDENTIAL}

# fmt: off
CLUBS_AND_TIMES = [
    # who               knows of  knows when and where
    ("classmate",       LISTED,   {OPEN, PRIVATE}),
    ("teacher",         LISTED,   {OPEN, PRIVATE}),
    ("other_sponsor",   LISTED,   {OPEN, PRIVATE}),
    ("admin",           LISTED,   {OPEN, PRIVATE}),
    ("caregiver",       LISTED,   {OPEN, PRIVATE}),
    ("asked",           ALL,      {OPEN, PRIVATE}),
    ("member",          ALL,      ALL),
    ("leader",          ALL,      ALL),
    ("sponsor",         ALL,      ALL),
    ("foreign_student", set(),    set()),
    ("foreign_admin",   set(),    set()),
]
# fmt: on


def found(build: Builder, cast: Cast, who: str, what: type[Model], rule: str) -> set[str]:
    with build.acting(cast[who]) as viewer:
        condition: ColumnElement[bool] = getattr(see, rule)(viewer)
        ids = db.session.scalars(select(what.__table__.c.id).where(condition))
        return set(ids)


@pytest.mark.parametrize("who,knows,times", CLUBS_AND_TIMES)
def test_clubs_and_meetings(
    build: Builder, cast: Cast, who: str, knows: set[Step], times: set[Step]
) -> None:
    for rule in ("club_visible_to", "club_listed_for"):
        seen = found(build, cast, who, Club, rule)
        assert {step for step, club in cast.clubs.items() if club.id in seen} == knows
    seen = found(build, cast, who, Meeting, "meeting_visible_to")
    assert {step for step, one in cast.meetings.items() if one.id in seen} == times


@pytest.mark.parametrize(
    "state", [ClubState.DRAFT, ClubState.PROPOSED, ClubState.DECLINED, ClubState.WITHDRAWN]
)
def test_a_club_that_is_not_live_is_known_to_its_own_people_only(
    build: Builder, state: ClubState
) -> None:
    leader, sponsor, classmate = build.student(), build.staff(), build.student()
    club = build.club(OPEN, leader=leader, sponsor=sponsor, state=state)
    meeting = build.meeting(club)
    for person, knows in ((leader, True), (sponsor, True), (classmate, False)):
        with build.acting(person) as viewer:
            assert _one(Club, club.id, see.club_visible_to(viewer)) is knows
            assert _one(Meeting, meeting.id, see.meeting_visible_to(viewer)) is knows
            assert _one(Club, club.id, see.club_listed_for(viewer)) is False


def _one(what: type[Model], row_id: str, condition: ColumnElement[bool]) -> bool:
    column = what.__table__.c.id
    return db.session.scalar(select(column).where(column == row_id, condition)) is not None


@pytest.mark.parametrize(
    "who,sees",
    [
        ("leader", True),
        ("sponsor", True),
        ("admin", True),
        ("member", False),
        ("asked", False),
        ("classmate", False),
        ("teacher", False),
        ("other_sponsor", False),
        ("caregiver", False),
        ("foreign_student", False),
        ("foreign_admin", False),
    ],
)
def test_proposals_and_the_schools_lists(
    build: Builder, cast: Cast, who: str, sees: bool
) -> None:
    seen = found(build, cast, who, Proposal, "proposal_visible_to")
    assert {one.id for one in cast.proposals.values()} & seen == (
        {one.id for one in cast.proposals.values()} if sees else set()
    )
    overseen = found(build, cast, who, Club, "club_overseen_by")
    assert ({one.id for one in cast.clubs.values()} <= overseen) == (who == "admin")


# fmt: off
EVENTS = [
    # who          state                 audience                 sees
    ("classmate",  EventState.APPROVED,  EventAudience.SCHOOL,    True),
    ("classmate",  EventState.CANCELLED, EventAudience.STUDENTS,  True),
    ("classmate",  EventState.PROPOSED,  EventAudience.SCHOOL,    False),
    ("classmate",  EventState.DECLINED,  EventAudience.SCHOOL,    False),
    ("teacher",    EventState.APPROVED,  EventAudience.STUDENTS,  True),
    ("caregiver",  EventState.APPROVED,  EventAudience.SCHOOL,    False),
    ("caregiver",  EventState.APPROVED,  EventAudience.FAMILIES,  True),
    ("caregiver",  EventState.APPROVED,  EventAudience.COMMUNITY, True),
    ("leader",     EventState.PROPOSED,  EventAudience.SCHOOL,    True),
    ("sponsor",    EventState.DECLINED,  EventAudience.SCHOOL,    True),
    ("member",     EventState.PROPOSED,  EventAudience.SCHOOL,    False),
    ("foreign_student", EventState.APPROVED, EventAudience.COMMUNITY, False),
]
# fmt: on


@pytest.mark.parametrize("who,state,audience,sees", EVENTS)
def test_events(
    build: Builder,
    cast: Cast,
    who: str,
    state: EventState,
    audience: EventAudience,
    sees: bool,
) -> None:
    one = build.event(cast.clubs[UNLISTED], state=state, audience=audience)
    assert (one.id in found(build, cast, who, Event, "event_visible_to")) is sees


def test_rosters_records_and_schools(build: Builder, cast: Cast) -> None:
    own = {cast.teacher.id, cast.sponsor.id, cast.other_sponsor.id, cast.admin.id}
    assert found(build, cast, "classmate", Person, "person_visible_to") == own
    everyone = found(build, cast, "admin", Person, "person_visible_to")
    assert cast.classmate.id in everyone
    assert cast.foreign_student.id not in everyone
    assert found(build, cast, "teacher", AuditEntry, "record_visible_to") == set()
    assert found(build, cast, "admin", School, "school_overseen_by") == {build.school.id}
    assert found(build, cast, "classmate", School, "school_overseen_by") == set()


def test_a_district_admin_sees_that_schools_are_there(build: Builder) -> None:
    far = build.another_school()
    admin = build.admin(Office.DISTRICT_ADMIN)
    with build.acting(admin) as viewer:
        seen = set(
            db.session.scalars(select(School.id).where(see.school_overseen_by(viewer)))
        )
        assert seen == {far.id, build.school.id}
        assert viewer.district_admin
        assert not viewer.admin


def test_only_staff_hold_offices_whatever_the_rows_say(build: Builder) -> None:
    student = build.admin()
    with build.site():
        held = db.session.get_one(Person, student.id)
        held.kind = PersonKind.STUDENT
    with build.acting(student) as viewer:
        assert not viewer.offices


def test_somebody_who_left_is_no_viewer(build: Builder) -> None:
    gone = build.student(active=False)
    with build.site():
        assert viewer_of_person(gone.id) is None


def test_the_outside_eye(build: Builder, cast: Cast) -> None:
    def eye(who: str) -> str:
        with build.acting(cast[who]) as viewer:
            return viewer.eye_on(cast.clubs[OPEN]).value

    eyes = {who: eye(who) for who in ("classmate", "teacher", "admin", "caregiver")}
    assert eyes == {
        "classmate": "classmate",
        "teacher": "staff",
        "admin": "admin",
        "caregiver": "caregiver",
    }
    assert [eye(who) for who in ("member", "leader", "sponsor", "asked")] == [
        "member",
        "leader",
        "sponsor",
        "classmate",
    ]


def test_a_viewer_costs_three_queries(build: Builder, cast: Cast) -> None:
    def load() -> Viewer | None:
        return viewer_of_person(cast.member.id)

    with build.site():
        assert len(queries_of(load)) == 3


# fmt: off
PAGES = [
    # who               finds     reads the page of
    ("classmate",       LISTED,   LISTED),
    ("teacher",         LISTED,   LISTED),
    ("admin",           LISTED,   LISTED),
    ("caregiver",       LISTED,   {OPEN, PRIVATE}),
    ("asked",           LISTED,   LISTED),
    ("member",          ALL,      ALL),
    ("leader",          ALL,      ALL),
    ("sponsor",         ALL,      ALL),
]
# fmt: on


@pytest.mark.parametrize("who,finds,reads", PAGES)
def test_whose_page_one_finds_and_reads(
    build: Builder, cast: Cast, who: str, finds: set[Step], reads: set[Step]
) -> None:
    for rule, expected in (("club_found_by", finds), ("club_read_by", reads)):
        seen = found(build, cast, who, Club, rule)
        assert {step for step, club in cast.clubs.items() if club.id in seen} == expected


@pytest.mark.parametrize("asked", [True, False])
def test_whoever_is_asked_to_sponsor_may_know_of_it(build: Builder, asked: bool) -> None:
    club, teacher = build.club(UNLISTED, state=ClubState.PROPOSED), build.staff()
    if asked:
        build.sponsorship(club, teacher, SponsorStanding.ASKED)
    with build.acting(teacher) as viewer:
        assert _one(Club, club.id, see.club_asked_of(viewer)) is asked
        assert _one(Club, club.id, see.club_visible_to(viewer)) is False
