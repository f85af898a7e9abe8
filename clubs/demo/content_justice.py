"""The demo school's social justice and human rights groups."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

JUSTICE = (
    DemoClub(
        key="rights-circle",
        name="Human Rights Circle",
        kind="justice",
        focus="Human rights, close to home and far away",
        purpose=(
            "We pick one right each month and find out what it means here at school. Then "
            "we do one small thing about it. We write letters, invite classes to talk, and "
            "try to listen to people the topic is about."
        ),
        first_meeting=(
            "We sit in a circle, with food. Two members tell a true story in five minutes, "
            "and we talk about it in pairs. Then we share ideas on the board. You can "
            "choose a small job or just watch the first time."
        ),
        step="open",
        weekday=2,
        waves=("A",),
        place="Room 217",
        agenda_ideas=(
            "One right, one story, one question",
            "Write to our city councillor",
            "Who is missing when we decide things?",
            "Posters for Human Rights Day",
            "How to disagree and stay friends",
        ),
        commitment_hints=("Regular for a month's topic, then see.",),
        members=22,
        usual_head_count=14,
        handles=handles_for("trees", 15),
    ),
    DemoClub(
        key="rights-at-work",
        name="Rights at Work",
        kind="justice",
        focus="For students with a job after school",
        purpose=(
            "Many of us work evenings and weekends. We compared pay stubs, learned about "
            "breaks and safety, and practised asking a boss a hard question. The group has "
            "closed, because its leaders have finished school. Anyone may start it again."
        ),
        first_meeting=(
            "We began with the question of the week, such as who pays for the uniform. "
            "Then we looked up the rule together. You never had to say where you worked. "
            "The last ten minutes were for practice conversations."
        ),
        step="private",
        state="closed",
        weekday=3,
        waves=("B",),
        place="Career room 109",
        agenda_ideas=(
            "How to read a pay stub",
            "Breaks: what the rule says",
            "Saying no to a shift before an exam",
            "Staying safe in a kitchen",
            "Quitting politely",
        ),
        commitment_hints=("Come when your shifts allow it.",),
        members=0,
        usual_head_count=7,
        handles=handles_for("weather", 16),
    ),
    DemoClub(
        key="speak-up",
        name="Speak Up Together",
        kind="justice",
        focus="Students who meet racism, and what helps",
        purpose=(
            "We talk about what happens in hallways, classes and online, with people who "
            "believe us. We practise what to say, decide what to report, and look after "
            "each other. Good days get shared here too."
        ),
        first_meeting=(
            "We close the door and read our agreement aloud, one line each. Then comes a "
            "round about the week, and you may pass. If something needs an adult, our "
            "sponsor explains the choices before anything happens. We always end with "
            "music."
        ),
        step="confidential",
        weekday=0,
        waves=("C",),
        place="Room 228",
        agenda_ideas=(
            "A round about the week",
            "Three things to say when a joke is not a joke",
            "How a report works, step by step",
            "What we wish teachers knew",
            "Playlist swap",
        ),
        commitment_hints=("Regular helps the trust grow.", "You can stop at any time."),
        members=16,
        usual_head_count=11,
        handles=handles_for("birds", 17),
    ),
)
