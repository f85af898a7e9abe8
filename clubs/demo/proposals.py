"""The demo school's proposals: at least one in every state."""

from clubs.demo.proposals_decided import DECIDED
from clubs.demo.risk import RISK_CHECKS
from clubs.demo.shapes import DemoProposal, FieldChange, Turn

_USUAL_RISK = RISK_CHECKS["rainbow-room"]
_TENDER_RISK = RISK_CHECKS["lantern"]
_FAMILY_RISK = RISK_CHECKS["kitchen-table"]

WAITING: tuple[DemoProposal, ...] = (
    DemoProposal(
        key="stitch-and-talk",
        state="with_sponsor",
        proposer_handle="Tidy Button",
        days_ago=1,
        waiting_days=1,
        name="Stitch & Talk",
        kind="social",
        focus="Knitting, mending and easy company",
        purpose=(
            "We want a lunch table where hands are busy and talk comes by itself. We would "
            "mend clothes for anyone who brings them. We have wool and eleven needles."
        ),
        first_meeting=(
            "Everyone gets a ball of wool and a partner who knows one stitch. We learn "
            "that one stitch and have lunch. At the end we tie our rows together."
        ),
        step="open",
        weekday=4,
        wave="B",
    ),
    DemoProposal(
        key="two-homes",
        state="needs_sponsor",
        proposer_handle="Still Kettle",
        days_ago=4,
        waiting_days=4,
        name="Two Homes",
        kind="social",
        focus="Students whose parents live apart",
        purpose=(
            "Half our books are always at the other house. We would like to meet others "
            "who know that, and trade tricks and patience. We don't know a teacher to "
            "ask, so please find us one."
        ),
        first_meeting=(
            "We draw the way from one home to the other on a sheet of paper. Then we talk "
            "about the funniest thing that ever got left behind. Nobody has to say why "
            "their family lives in two places."
        ),
        step="confidential",
        weekday=2,
        wave="B",
        capacity=12,
        sponsor_asked=False,
        risk=_TENDER_RISK,
        conversation=(
            Turn("proposer", "We hope for somebody patient. It doesn't matter who."),
            Turn(
                "school", "Thank you for starting this. We are asking two teachers today."
            ),
        ),
    ),
    DemoProposal(
        key="garage-gsa",
        state="with_school",
        proposer_handle="Copper Lantern",
        days_ago=9,
        waiting_days=3,
        name="Shop Class GSA",
        kind="alliance",
        focus="An alliance for students in trades classes",
        purpose=(
            "We are in welding, autos and foods, and our breaks are different. We would "
            "like an alliance that meets where we already are. Friends are welcome."
        ),
        first_meeting=(
            "We sweep a corner, put out chairs and order pizza. Each of us shows something "
            "we made. Then we decide together what this group should be for."
        ),
        step="confidential",
        lunch="after",
        weekday=3,
        risk=_USUAL_RISK,
        conversation=(
            Turn("proposer", "Would you stand by us? You let us play our music."),
            Turn("sponsor", "Gladly. I have read the duty page, and I am in on that day."),
            Turn("sponsor", "Yes from me. It is with the school now.", "sponsor_accepted"),
        ),
    ),
    DemoProposal(
        key="grandparents",
        state="with_school",
        proposer_handle="Warm Teacup",
        days_ago=8,
        waiting_days=1,
        name="Grandparents Raising Teens",
        kind="caregivers",
        focus="Grandparents who are the caregivers now",
        purpose=(
            "We did this once, and the world has changed since. We want to help each other "
            "with phones, forms and late evenings. Coffee is included."
        ),
        first_meeting=(
            "We sit down and say how many are at home. Then each of us brings one "
            "question, and whoever knows answers. We end before the last bus."
        ),
        audience="caregivers",
        step="private",
        lunch="after",
        weekday=0,
        pilot_weeks=16,
        risk=_FAMILY_RISK,
        conversation=(
            Turn("sponsor", "Count me in, and my coffee pot.", "sponsor_accepted"),
        ),
    ),
    DemoProposal(
        key="deaf-film",
        state="changes_asked",
        proposer_handle="Bright Swallow",
        days_ago=12,
        waiting_days=2,
        name="Captions On",
        kind="inclusion",
        focus="Films and games with captions, for deaf and hearing friends",
        purpose=(
            "We watch things with captions and play games that need no sound. Deaf and "
            "hard of hearing students choose first. Everybody else is very welcome."
        ),
        first_meeting=(
            "We sit so that everyone sees everyone. We vote with hands for a short film. "
            "Afterwards there is a card game that is played in silence."
        ),
        step="private",
        weekday=1,
        wave="B",
        capacity=25,
        risk=_USUAL_RISK,
        conversation=(
            Turn("sponsor", "Yes. I can bring the good projector.", "sponsor_accepted"),
            Turn("school", "We like this. What do you do when the alarm rings?", "asked"),
            Turn(
                "proposer",
                "Do you mean a fire drill, or just the end of lunch?",
                "answered",
            ),
            Turn("school", "A fire drill. The alarm in that room has no light yet."),
            Turn("proposer", "We didn't know! We can meet in 132; its alarm flashes."),
            Turn("school", "Perfect. Put 132 into the plan and send it again, please."),
        ),
    ),
    DemoProposal(
        key="siblings",
        state="overdue",
        proposer_handle="Patient Spruce",
        days_ago=31,
        waiting_days=24,
        name="Sibling Lunch",
        kind="inclusion",
        focus="Brothers and sisters of people with a disability",
        purpose=(
            "We love our siblings, and some days are a lot. We want a lunch where we can "
            "say both. Older students would help younger ones."
        ),
        first_meeting=(
            "We bring a photo, or tell a story without one. There are two baskets: one for "
            "good things and one for hard things. We read some of each."
        ),
        step="confidential",
        weekday=0,
        wave="A",
        risk=_TENDER_RISK,
        conversation=(
            Turn("sponsor", "I am happy to do this with you.", "sponsor_accepted"),
            Turn("proposer", "It has been three weeks. Is there anything we should add?"),
            Turn("sponsor", "No, it is all there. I have reminded the office today."),
        ),
    ),
    DemoProposal(
        key="conversation-page",
        state="revision",
        proposer_handle="Mellow Clover",
        days_ago=2,
        waiting_days=2,
        club_key="conversation-table",
        name="Conversation Table",
        kind="social",
        focus="One good question a week, in plain English and one more language",
        purpose=(
            "We have a jar of questions and draw one. Each question is written in plain "
            "English and in one other language of our school. We practise listening as "
            "much as talking."
        ),
        first_meeting=(
            "Take a seat and a card. The card shows the question in two languages. We go "
            "around once, and you may pass. We end by putting a new question into the jar."
        ),
        step="open",
        weekday=3,
        wave="A",
        changes=(
            FieldChange(
                "focus",
                "One good question a week, and time to answer it",
                "One good question a week, in plain English and one more language",
            ),
            FieldChange(
                "purpose",
                "We have a jar of questions and draw one. Some are funny and some are not. "
                "We practise listening as much as talking, and new speakers of English set "
                "the pace.",
                "We have a jar of questions and draw one. Each question is written in "
                "plain English and in one other language of our school. We practise "
                "listening as much as talking.",
            ),
            FieldChange(
                "first_meeting",
                "Take a seat and a card. The card shows the question in plain words. We go "
                "around once, and you may pass. After that anyone can ask anyone to say "
                "more. We end by putting a new question into the jar.",
                "Take a seat and a card. The card shows the question in two languages. We "
                "go around once, and you may pass. We end by putting a new question into "
                "the jar.",
            ),
        ),
        conversation=(Turn("sponsor", "A lovely idea. Yes from me.", "sponsor_accepted"),),
    ),
)

DEMO_PROPOSALS: tuple[DemoProposal, ...] = (*WAITING, *DECIDED)
