"""The demo school's proposals that were decided, withdrawn or appealed."""

from clubs.demo.content import DEMO_CLUBS
from clubs.demo.risk import RISK_CHECKS
from clubs.demo.shapes import DemoClub, DemoProposal, Turn


def _accepted(
    club: DemoClub, *, days_ago: int, weeks: int, words: tuple[Turn, ...]
) -> DemoProposal:
    """How a club that runs today was proposed, in the words its page shows."""
    return DemoProposal(
        key=f"{club.key}-start",
        state="accepted",
        proposer_handle=club.handles[0],
        days_ago=days_ago,
        club_key=club.key,
        name=club.name,
        kind=club.kind,
        focus=club.focus,
        purpose=club.purpose,
        first_meeting=club.first_meeting,
        audience=club.audience,
        step=club.step,
        no_list=club.no_list,
        lunch=club.lunch,
        weekday=club.weekday or 0,
        wave=club.waves[0] if club.waves else None,
        pilot_weeks=weeks,
        capacity=club.capacity,
        risk=RISK_CHECKS.get(club.key),
        conversation=words,
    )


_CLUBS = {club.key: club for club in DEMO_CLUBS}

DECIDED: tuple[DemoProposal, ...] = (
    _accepted(
        _CLUBS["unfinished-songs"],
        days_ago=20,
        weeks=8,
        words=(
            Turn("sponsor", "Yes. I am next door at that hour.", "sponsor_accepted"),
            Turn("school", "Accepted as a pilot of eight weeks. Have fun with it."),
            Turn("proposer", "Thank you!! We start on the first chord we agree about."),
        ),
    ),
    _accepted(
        _CLUBS["bridge"],
        days_ago=33,
        weeks=14,
        words=(
            Turn("school", "Would you mind if we ask Room 126's teacher?", "designated"),
            Turn("proposer", "Not at all. We eat our lunch there already."),
            Turn("sponsor", "It would be my pleasure.", "sponsor_accepted"),
        ),
    ),
    DemoProposal(
        key="rooftop-stars",
        state="declined",
        proposer_handle="Late Firefly",
        days_ago=34,
        name="Rooftop Stars",
        kind="interest",
        focus="Looking at the night sky from the school roof",
        purpose=(
            "From the roof one can see past the street lights. We would bring blankets, a "
            "telescope and cocoa. Once a month would be enough."
        ),
        first_meeting=(
            "We meet when it is dark and climb up together. Someone shows how to find "
            "three stars. Then we look for whatever is up that night."
        ),
        step="open",
        lunch="after",
        weekday=4,
        conversation=(
            Turn(
                "sponsor", "I would love to, if the roof can be used.", "sponsor_accepted"
            ),
            Turn("school", "We asked the caretaker. The roof has no railing."),
        ),
        reason_code="safety_plan",
        reason_words=(
            "It is a fine idea, and the roof is the only trouble: it has no railing. The "
            "football field is dark on Fridays, and we can switch off its lights. Propose "
            "it there and we will answer within a week."
        ),
    ),
    DemoProposal(
        key="mock-parliament",
        state="withdrawn",
        proposer_handle="Plain Compass",
        days_ago=16,
        name="Lunch Parliament",
        kind="justice",
        focus="Debating school questions as a small parliament",
        purpose=(
            "We would pick a question each week and argue for the side we do not hold. It "
            "is good practice and often funny."
        ),
        first_meeting=(
            "Draw a slip that says yes or no. Prepare with your side for ten minutes. Then "
            "we debate, and shake hands."
        ),
        step="open",
        weekday=1,
        wave="A",
        conversation=(
            Turn("sponsor", "Good plan. Have you seen what the Human Rights Circle does?"),
            Turn("proposer", "We visited, and we are joining them. We take this one back."),
        ),
    ),
    DemoProposal(
        key="strategy-league",
        state="appeal",
        proposer_handle="Calm Marten",
        days_ago=27,
        waiting_days=5,
        name="Strategy League",
        kind="interest",
        focus="Long strategy games with a table of results",
        purpose=(
            "Our games take two hours, so a lunch is too short for them. We would play "
            "after school and teach beginners every month."
        ),
        first_meeting=(
            "We show three games, from easy to hard. You choose one and play a short round "
            "with a coach. There is a results table for those who like one."
        ),
        step="open",
        lunch="after",
        weekday=2,
        conversation=(
            Turn("sponsor", "Yes, I can stay until half past five.", "sponsor_accepted"),
            Turn("school", "It looks very close to Lunch Table 9, so we said no for now."),
        ),
        reason_code="duplicate",
        reason_words=(
            "There is a board game group at lunch already, and we thought you could join "
            "forces. If we have missed a difference, please tell us."
        ),
        appeal_words=(
            "We like Lunch Table 9 and many of us go there. But our games do not fit into "
            "a lunch, and students with lunch B cannot come. Please look at it again."
        ),
    ),
)
