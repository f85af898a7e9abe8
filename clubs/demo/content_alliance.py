"""The demo school's gay-straight and queer-straight alliances."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

ALLIANCES = (
    DemoClub(
        key="rainbow-room",
        name="Rainbow Room GSA",
        kind="alliance",
        focus="LGBTQ+ students and friends, with food",
        purpose=(
            "A place for LGBTQ+ students and their friends to eat, laugh and breathe out. "
            "You never have to say why you came. We talk about what is on our minds, make "
            "things, and plan one or two events a year for the entire school."
        ),
        first_meeting=(
            "Come early or come late; the door is closed but not locked. Someone "
            "with a green mug says hello and finds you a seat. We go around with a handle "
            "and a small question, such as your favourite soup. You can pass. After that "
            "it is mostly food and talk, and you can leave whenever you like."
        ),
        step="confidential",
        weekday=2,
        waves=("A",),
        place="Room 204",
        agenda_ideas=(
            "Opening round: a good thing from this week",
            "Button making with the old magazine pile",
            "What would make our hallways kinder?",
            "Read two pages of a book we love aloud",
            "Write the group agreement again, together",
            "Plan our table for Pink Shirt Day",
        ),
        commitment_hints=(
            "Most come two weeks out of three.",
            "Dropping in once a month is fine too.",
        ),
        members=19,
        usual_head_count=12,
        handles=handles_for("birds", 1),
    ),
    DemoClub(
        key="allies-art",
        name="Allies & Art Table",
        kind="alliance",
        focus="Posters, paint and a friendly QSA for everybody",
        purpose=(
            "We are a queer-straight alliance with paint on our sleeves. We make the "
            "posters and banners for events that welcome everyone. Anybody who likes "
            "making things is welcome, and nobody is asked anything about themselves."
        ),
        first_meeting=(
            "Take an apron from the hook and sit wherever there is space. One of us shows "
            "you what we are working on. You can join in or start something of your own. "
            "We put the radio on low and tidy up together five minutes before the bell."
        ),
        step="open",
        weekday=3,
        waves=("B",),
        rule="monthly",
        chosen="1,3",
        place="Art room 118",
        agenda_ideas=(
            "Sketch ideas for the spring banner",
            "Stencils and spray, by the open window",
            "Lettering that can be read from far away",
            "Which words make people feel welcome?",
            "Sort the paint shelf and make a wish list",
        ),
        commitment_hints=("Come when I can.", "Before an event we need extra hands."),
        members=24,
        usual_head_count=15,
        handles=handles_for("plants", 2),
    ),
    DemoClub(
        key="prism",
        name="Prism Study Hall",
        kind="alliance",
        focus="Homework company for students who want a very quiet group",
        purpose=(
            "We do homework side by side, and talk when we feel like it. The group is for "
            "students who would like the company of a GSA without being seen at one. It "
            "keeps no list of who comes."
        ),
        first_meeting=(
            "Your invitation tells you which door to use. Sit down and open your books "
            "like everybody else. Halfway through there is tea and a short chat. The "
            "teacher in the room is our sponsor and will not ask why you are there."
        ),
        step="unlisted",
        no_list=True,
        lunch="after",
        weekday=0,
        place="Seminar room 311",
        agenda_ideas=(
            "Twenty-five minutes of quiet work, then tea",
            "Swap study tricks before exams",
            "One question from the question box",
            "Which adults at school are easy to talk to?",
            "Plan a movie afternoon for the last week",
        ),
        commitment_hints=("Come when I can; nobody counts.",),
        members=8,
        usual_head_count=6,
        handles=handles_for("things", 3),
    ),
    DemoClub(
        key="bridge",
        name="Grade 9 & 10 QSA",
        kind="alliance",
        focus="A first alliance for the younger grades",
        purpose=(
            "Starting high school is a lot. Here students in grades 9 and 10 meet others "
            "who care about a school where everyone fits. Two older students help, and "
            "they do more listening than talking."
        ),
        first_meeting=(
            "We start with a snack and a silly vote, for example pancakes or perogies. "
            "Then we split into small tables, so nobody has to speak to a full room. A "
            "leader explains our agreement and answers questions. There is always time "
            "left for cards."
        ),
        step="private",
        state="pilot",
        weekday=1,
        waves=("A",),
        place="Room 126",
        agenda_ideas=(
            "Snack vote and small tables",
            "What surprised you about high school?",
            "Meet the school counsellor for ten minutes",
            "Make a welcome card for next year's grade 9",
            "Cards, and nothing else",
        ),
        commitment_hints=("Regular for the pilot, if you can.", "Telling us is optional."),
        capacity=20,
        members=13,
        usual_head_count=9,
        handles=handles_for("animals", 4),
    ),
)
