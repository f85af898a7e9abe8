"""The shapes the demo school's content is written in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

Kind = Literal[
    "alliance",
    "inclusion",
    "social",
    "justice",
    "culture",
    "interest",
    "caregivers",
    "committee",
]
Step = Literal["open", "private", "confidential", "unlisted"]
Audience = Literal["students", "caregivers", "mixed"]
ClubState = Literal["pilot", "active", "paused", "closed"]
When = Literal["lunch", "before", "after"]
Wave = Literal["A", "B", "C"]
WAVES: tuple[Wave, ...] = ("A", "B", "C")
MeetingRule = Literal["weekly", "fortnightly", "monthly", "cycle"]
RoomKind = Literal["classroom", "library", "gym", "hall", "workshop", "meeting", "outdoors"]
ProposalState = Literal[
    "with_sponsor",
    "needs_sponsor",
    "with_school",
    "changes_asked",
    "accepted",
    "declined",
    "withdrawn",
    "overdue",
    "revision",
    "appeal",
]
Act = Literal["said", "sponsor_accepted", "designated", "asked", "answered"]
Reason = Literal["safety_plan", "duplicate", "no_space"]
Speaker = Literal["proposer", "sponsor", "school"]
EventState = Literal["proposed", "with_school", "approved", "declined", "cancelled"]
# As wide as it gets: school adds staff, families caregivers, community the neighbours.
EventAudience = Literal["students", "school", "families", "community"]
PersonKind = Literal["student", "staff", "caregiver"]


@dataclass(frozen=True, slots=True)
class RiskCheck:
    """One answer for each question of the risk check; the field is the question's key."""

    confidentiality: str
    group_dynamics: str
    room_exposure: str
    online_contact: str
    second_adult: str
    disclosure: str
    stop_criteria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoClub:
    """A club of the demo school, with everything its page shows."""

    key: str
    name: str
    kind: Kind
    focus: str
    purpose: str
    first_meeting: str
    audience: Audience = "students"
    step: Step
    no_list: bool = False
    state: ClubState = "active"
    lunch: When = "lunch"
    weekday: int | None
    """0 is Monday, 4 is Friday; None on cycle days."""
    waves: tuple[Wave, ...] = ()
    """Set exactly when the club meets at lunch; each is a sitting of one meeting."""
    starts: time | None = None
    """A time of its own; without it the club meets at lunch, before or after school."""
    minutes: int = 60
    rule: MeetingRule = "weekly"
    chosen: str = ""
    """Which weeks of the month, or which cycle days."""
    place: str
    """The name of a room of the school."""
    agenda_ideas: tuple[str, ...]
    commitment_hints: tuple[str, ...]
    capacity: int | None = None
    members: int
    """How many people the demo puts into the club, leaders included."""
    usual_head_count: int
    handles: tuple[str, ...]

    @property
    def ends(self) -> time | None:
        if self.starts is None:
            return None
        begins = datetime.combine(date.min, self.starts)
        return (begins + timedelta(minutes=self.minutes)).time()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRoom:
    """A room clubs can have."""

    name: str
    kind: RoomKind = "classroom"
    capacity: int | None
    step_free: bool = False
    quiet: bool = False
    near_exit: bool = False
    weekdays: str = "01234"
    needs_yes: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said in the conversation about a proposal."""

    speaker: Speaker
    words: str
    act: Act = "said"
    """What was done with these words; the last accept, decline or appeal is not here."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a club's page, as it shows now and as proposed."""

    field: Literal["name", "focus", "purpose", "first_meeting"]
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProposal:
    """A proposal in one state, with the conversation so far, oldest words first."""

    key: str
    state: ProposalState
    proposer_handle: str
    days_ago: int
    """Days since it was sent."""
    waiting_days: int = 0
    """Days since it reached whoever can act now; 0 when nobody has to."""
    club_key: str | None = None
    """The existing club, for a change of its page."""
    name: str
    kind: Kind
    focus: str
    purpose: str
    first_meeting: str
    audience: Audience = "students"
    step: Step
    no_list: bool = False
    lunch: When = "lunch"
    weekday: int
    wave: Wave | None = None
    pilot_weeks: int = 12
    capacity: int | None = None
    sponsor_asked: bool = True
    """False when the proposer wrote "please find us one"."""
    risk: RiskCheck | None = None
    changes: tuple[FieldChange, ...] = ()
    conversation: tuple[Turn, ...] = ()
    reason_code: Reason | None = None
    reason_words: str = ""
    appeal_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEvent:
    """A school-wide event; `occasions.event_date` says on which day it is."""

    key: str
    title: str
    what: str
    club_key: str
    cohosts: tuple[str, ...] = ()
    weeks: int
    """Weeks from this week; below 0 is past. With an occasion only the sign counts."""
    weekday: int
    """0 is Monday. With an occasion it is not used."""
    occasion: str | None = None
    """An awareness day: the name of a key in `occasions.OCCASIONS`."""
    starts: time
    minutes: int
    place: str
    audience: EventAudience
    outside_presenter: str = ""
    """Who comes from outside, as declared; empty when nobody does."""
    state: EventState
    coming: int = 0
    reason_code: Reason | None = None
    reason_words: str = ""
    """Why it was declined or cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody a visitor of the demo can be."""

    key: str
    given: str
    family: str
    kind: PersonKind
    grade: int | None = None
    wave: Wave | None = None
    can_try: str
    """One warm line: what one can try as this person."""
    member_of: tuple[tuple[str, str], ...] = ()
    """Club key and handle there; the handle is empty in an open club, which shows names."""
    leads: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    admin: bool = False
    district_admin: bool = False
