"""The demo school's inclusion and buddy groups."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

INCLUSION = (
    DemoClub(
        key="buddies",
        name="Maplecrest Buddies",
        kind="inclusion",
        focus="Friendship between students with and without disabilities",
        purpose=(
            "We are friends who have lunch together. Some of us have a disability and "
            "some of us do not. Everyone chooses what we do, and everyone gets asked. "
            "Nobody here is a project."
        ),
        first_meeting=(
            "Find the round tables near the window. There are picture cards with today's "
            "choices, and we pick one together. You can sit with a buddy or stay with the "
            "big group. If it gets loud, the small room next door is ours too."
        ),
        step="open",
        weekday=1,
        waves=("B", "C"),
        place="Cafeteria",
        agenda_ideas=(
            "Choose today's game with the picture cards",
            "Make pizza faces",
            "Plan the bowling trip: who needs what to join in?",
            "Photo wall of our pets",
            "Dance break with songs from the request jar",
            "Say one thing you liked about today",
        ),
        commitment_hints=("Buddies who come most weeks are easiest to count on.",),
        members=32,
        usual_head_count=22,
        handles=handles_for("weather", 5),
    ),
    DemoClub(
        key="wheels-and-walks",
        name="Wheels & Walks",
        kind="inclusion",
        focus="Getting outside together, at everyone's pace",
        purpose=(
            "We go along the river valley paths on foot, on wheels and with walkers. The "
            "route always suits the person with the most to think about. In winter we use "
            "the indoor track."
        ),
        first_meeting=(
            "Meet at the south doors with a coat that suits the weather. A leader shows "
            "the route on a map, with the slopes and the benches marked. We go as one "
            "group and stop often. You can turn back at any bench with someone beside you."
        ),
        step="open",
        lunch="after",
        weekday=4,
        place="South doors, by the ramp",
        agenda_ideas=(
            "Ravine loop with three bench stops",
            "Note every curb that needs fixing",
            "Hot chocolate at the indoor track",
            "Bird list: how many kinds today?",
            "Borrow the adapted sleds",
        ),
        commitment_hints=(
            "Come when I can.",
            "Dress for minus ten and be pleased at zero.",
        ),
        members=21,
        usual_head_count=13,
        handles=handles_for("trees", 6),
    ),
    DemoClub(
        key="sign-lunch",
        name="Sign Language Lunch",
        kind="inclusion",
        focus="Learning and using ASL over lunch",
        purpose=(
            "Deaf, hard of hearing and hearing students eat together and sign. Beginners "
            "are welcome, and so are people who sign at home. We keep voices off for part "
            "of every lunch."
        ),
        first_meeting=(
            "You get a card with ten signs, such as hello, hungry and again. A leader "
            "teaches them twice. Then we talk at the table with hands, cards and "
            "pointing. Mistakes are half the fun, and writing things down is always okay."
        ),
        step="open",
        weekday=None,
        waves=("A",),
        rule="cycle",
        chosen="1,4",
        place="Room 132",
        agenda_ideas=(
            "Ten signs about food",
            "Fingerspelling race, slow version",
            "Voices off for fifteen minutes",
            "Watch a short signed story",
            "How do you get someone's attention politely?",
        ),
        commitment_hints=("Regular helps you remember the signs.",),
        capacity=30,
        members=26,
        usual_head_count=17,
        handles=handles_for("birds", 7),
    ),
    DemoClub(
        key="many-minds",
        name="Many Minds",
        kind="inclusion",
        focus="Neurodivergent students, with or without a paper that says so",
        purpose=(
            "Some of us have ADHD, some are autistic, some learn in another way, and some "
            "are not sure. Here you can move, stim, doodle or be silent. We trade what "
            "works for us at school."
        ),
        first_meeting=(
            "The lights are low and the plan is on the board, with times. You can sit, "
            "stand or lie on the mats. Talking is optional, and there is a card you can "
            "turn over if you want quiet. We finish on time, every time."
        ),
        step="confidential",
        weekday=3,
        waves=("A",),
        place="Room 015",
        agenda_ideas=(
            "Show and tell of things we know too much about",
            "How to ask for extra time without a speech",
            "Build the fidget box",
            "Map of quiet places in the building",
            "Ten good minutes of doing nothing",
        ),
        commitment_hints=("Come when I can, even for ten minutes.",),
        capacity=14,
        members=12,
        usual_head_count=8,
        handles=handles_for("animals", 8),
    ),
    DemoClub(
        key="slow-lane",
        name="Slow Lane",
        kind="inclusion",
        focus="Students living with a long illness or pain",
        purpose=(
            "Missing school, catching up and being tired are easier with people who know. "
            "We share notes, tips and bad jokes about waiting rooms. The group keeps no "
            "list of who belongs."
        ),
        first_meeting=(
            "There are two sofas and a kettle. We say how much energy we have today, from "
            "one to five, and nothing more if we don't want to. Then we rest, talk or "
            "help someone catch up. If you cannot make it, nobody asks why."
        ),
        step="confidential",
        no_list=True,
        weekday=4,
        waves=("B",),
        place="Wellness room 102",
        agenda_ideas=(
            "Energy round, one to five",
            "A good way to write to a teacher after two weeks away",
            "Audio books we fell asleep to",
            "Ask the nurse: one question from the box",
            "Ideas for a gentler gym class",
        ),
        commitment_hints=("When I can. Your body decides.",),
        members=7,
        usual_head_count=5,
        handles=handles_for("things", 9),
    ),
)
