"""The demo school's caregivers' groups and mixed committees."""

from datetime import time

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

CAREGIVERS = (
    DemoClub(
        key="families-evening",
        name="Families of LGBTQ+ Youth evening group",
        kind="caregivers",
        focus="Caregivers who want to understand and stay close",
        purpose=(
            "We are parents, grandparents, foster families and older siblings. We listen "
            "to each other, share what helped, and admit what we got wrong. We never talk "
            "about a child by name. The group keeps no list of who belongs."
        ),
        first_meeting=(
            "The sponsor tells you which way in to use. A caregiver who has been here a "
            "while pours coffee and says how the evening goes. You can speak or only "
            "listen. Nobody writes anything down, and we finish on time."
        ),
        audience="caregivers",
        step="confidential",
        no_list=True,
        lunch="after",
        weekday=3,
        starts=time(19, 0),
        minutes=90,
        place="Staff lounge",
        agenda_ideas=(
            "What I heard this month",
            "Grandparents' questions, answered kindly",
            "Words that opened a door",
            "When relatives disagree",
            "Looking after ourselves too",
        ),
        commitment_hints=("Once a month, or whenever you need it.",),
        members=14,
        usual_head_count=9,
        handles=handles_for("trees", 26),
    ),
    DemoClub(
        key="kitchen-table",
        name="Kitchen Table: newcomer families",
        kind="caregivers",
        focus="Families who are new here, and how school works",
        purpose=(
            "Report cards, field trips, winter clothes, homework in a new language: we ask "
            "each other. There are often people who speak Arabic, Tagalog, Punjabi, "
            "Ukrainian, Spanish or Tigrinya. Small children can come along."
        ),
        first_meeting=(
            "There is a pot of something warm and a corner with toys. We start with names "
            "and how long we have been here. Then a teacher explains one thing, such as "
            "how to book an interview. After that we simply talk."
        ),
        audience="caregivers",
        step="private",
        lunch="after",
        weekday=1,
        starts=time(18, 30),
        minutes=90,
        place="Foods room 121",
        agenda_ideas=(
            "How to read a report card",
            "Buying winter boots for less",
            "Talking with teachers, with an interpreter",
            "What our teenagers wish we knew",
            "Recipes on cards, to swap",
        ),
        commitment_hints=("Come when work allows.",),
        members=22,
        usual_head_count=13,
        handles=handles_for("things", 27),
    ),
    DemoClub(
        key="families-bullying",
        name="Families Facing Bullying",
        kind="caregivers",
        focus="Caregivers whose child is hurt, or is hurting others",
        purpose=(
            "It is lonely when your child dreads school, and lonely when the school calls "
            "about your child. Both kinds of families are welcome. We share what helped "
            "and learn how the school's steps work."
        ),
        first_meeting=(
            "We sit at a round table with tea. A trained caregiver leads and explains what "
            "stays here, and what has to be passed on when someone is in danger. You may "
            "say as little as you wish. At the end you get a page with people to call on."
        ),
        audience="caregivers",
        step="confidential",
        lunch="after",
        weekday=2,
        starts=time(18, 30),
        minutes=75,
        place="Room 112",
        agenda_ideas=(
            "The school's steps, in plain words",
            "What to say at the breakfast table",
            "Phones at night",
            "When your child did the hurting",
            "How siblings are doing",
        ),
        commitment_hints=("Six evenings make one round. Join at any of them.",),
        capacity=12,
        members=9,
        usual_head_count=7,
        handles=handles_for("plants", 28),
    ),
)

COMMITTEES = (
    DemoClub(
        key="code-of-conduct",
        name="Code of Conduct Committee",
        kind="committee",
        focus="How we treat each other at Maplecrest",
        purpose=(
            "Students, caregivers and staff read the code of conduct together, one page at "
            "a time. We ask who it works for and who it leaves out. In spring we propose "
            "changes to the school."
        ),
        first_meeting=(
            "Everyone gets the page in plain language. We mark what is clear with green "
            "and what is not with orange. Students speak first. A member of staff notes "
            "the ideas and reads them back before we go."
        ),
        audience="mixed",
        step="open",
        lunch="after",
        weekday=0,
        starts=time(15, 45),
        minutes=75,
        place="Library",
        agenda_ideas=(
            "Green and orange: read page 4",
            "Phones: what problem are we solving?",
            "What happens after a mistake?",
            "Ask ten people in the hallway",
            "Write it so a grade 7 student understands",
        ),
        commitment_hints=("Regular until spring, about twice a month.",),
        members=15,
        usual_head_count=11,
        handles=handles_for("birds", 29),
    ),
    DemoClub(
        key="bullying-prevention",
        name="Bullying Prevention Committee",
        kind="committee",
        focus="A kinder school, planned by all who are in it",
        purpose=(
            "We look at where and when bullying happens and what has helped elsewhere. "
            "Students, caregivers and staff sit at the same table, and every voice counts "
            "the same. We write the yearly plan and check if it was kept."
        ),
        first_meeting=(
            "A student and a caregiver chair together. We begin with what went well since "
            "last time. Then we work in mixed pairs on one part of the plan. Stories are "
            "told without names, and the school's counsellor is in the room."
        ),
        audience="mixed",
        step="private",
        lunch="before",
        weekday=4,
        place="Conference room 101",
        agenda_ideas=(
            "Map of corners that feel unsafe",
            "What bystanders can do in ten seconds",
            "Check last year's plan, line by line",
            "Pink Shirt Day: more than a shirt",
            "Who have we not asked yet?",
        ),
        commitment_hints=("Once a month, with breakfast.",),
        capacity=18,
        members=16,
        usual_head_count=12,
        handles=handles_for("animals", 30),
    ),
)
