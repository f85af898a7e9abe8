"""The demo school's groups of shared interest."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

INTEREST = (
    DemoClub(
        key="page-turners",
        name="Page Turners",
        kind="interest",
        focus="Reading books with people like us, and unlike us, in them",
        purpose=(
            "We read one book a month and talk about it over lunch. We choose by vote, and "
            "comics and audio books count. Nobody has to have finished it."
        ),
        first_meeting=(
            "Come with or without the book. We start with a favourite sentence and go from "
            "there. If you hated it, we want to hear that most of all. You go home with a "
            "copy of the next one."
        ),
        step="private",
        weekday=3,
        waves=("A",),
        place="Library",
        agenda_ideas=(
            "A favourite sentence, read aloud",
            "Which person in the book would you have lunch with?",
            "Vote for next month",
            "Blind date with a wrapped book",
            "Write a two-line review for the library shelf",
        ),
        commitment_hints=("One book a month, or as far as you get.",),
        members=18,
        usual_head_count=12,
        handles=handles_for("birds", 22),
    ),
    DemoClub(
        key="garden-beds",
        name="Garden Beds",
        kind="interest",
        focus="Growing food and flowers behind the gym",
        purpose=(
            "We look after six raised beds at a height that works for everyone. What we "
            "grow goes to the foods room and home with members. In the cold months the "
            "group rests, and starts seeds again in March."
        ),
        first_meeting=(
            "Gloves are in the shed in all sizes. Somebody shows you what is a weed and "
            "what is lunch. You can dig, water, draw labels or sit in the sun. Everyone "
            "takes something home."
        ),
        step="open",
        state="paused",
        weekday=4,
        waves=("C",),
        place="Courtyard behind the gym",
        agenda_ideas=(
            "Plan the beds on paper",
            "Start seeds on the windowsill",
            "Paint labels in several languages",
            "Worm bin: feed and check",
            "Pick, wash and taste",
        ),
        commitment_hints=("Watering turns in June need promises.",),
        members=20,
        usual_head_count=12,
        handles=handles_for("plants", 23),
    ),
    DemoClub(
        key="first-drafts",
        name="First Drafts",
        kind="interest",
        focus="Writing things we are not ready to show",
        purpose=(
            "Poems, diaries, songs, stories and lists. We write in the same room and share "
            "only when we want to. What is read here is not repeated, so people can write "
            "honestly."
        ),
        first_meeting=(
            "You get a notebook and a first line. We write for ten minutes without "
            "stopping. Then whoever likes reads aloud, and the others say one thing that "
            "stayed with them. You can keep yours closed all year."
        ),
        step="confidential",
        weekday=1,
        waves=("C",),
        place="Room 219",
        agenda_ideas=(
            "Ten minutes from a first line",
            "A letter you will not send",
            "Write about a kitchen",
            "Cut a poem in half",
            "Make a tiny book with no names in it",
        ),
        commitment_hints=("Come when the words do.",),
        members=13,
        usual_head_count=9,
        handles=handles_for("things", 24),
    ),
    DemoClub(
        key="unfinished-songs",
        name="Unfinished Songs",
        kind="interest",
        focus="Song writing in a very small group",
        purpose=(
            "We bring half a song and help each other find the rest. Voices crack and "
            "chords go wrong, and that is the point. We are few on purpose while we find "
            "out if this works."
        ),
        first_meeting=(
            "Borrow an instrument or just listen. Each of us plays a bit of something, or "
            "hums it. The others say what they felt, not what to fix. Nothing is recorded."
        ),
        step="unlisted",
        state="pilot",
        lunch="after",
        weekday=0,
        place="Practice room 3",
        agenda_ideas=(
            "Four chords, everybody's words",
            "Hum it before you write it",
            "A chorus about winter",
            "Swap verses with a partner",
            "Play for each other with the lights off",
        ),
        commitment_hints=("Regular for the eight weeks of the pilot.",),
        capacity=8,
        members=6,
        usual_head_count=5,
        handles=handles_for("weather", 25),
    ),
)
