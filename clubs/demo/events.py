"""The demo school's events for everybody: past, coming, and still being decided."""

from datetime import time

from clubs.demo.shapes import DemoEvent

ALL_DAY = (time(8, 30), 420)

DEMO_EVENTS: tuple[DemoEvent, ...] = (
    DemoEvent(
        key="orange-shirt",
        title="Orange Shirt Day: every child matters",
        what=(
            "We gather to remember the children who were sent to residential schools. An "
            "Elder opens and closes. Wear orange if you can; there are ribbons for all."
        ),
        club_key="kinship-circle",
        weeks=-1,
        weekday=2,
        occasion="Orange Shirt Day",
        starts=time(10, 0),
        minutes=45,
        place="Main gym",
        audience="families",
        outside_presenter="An Elder invited by the Kinship Circle",
        state="approved",
        coming=312,
    ),
    DemoEvent(
        key="kindness-wall",
        title="Kindness wall",
        what=(
            "Write a thank-you on a paper leaf and hang it on the big tree by the office. "
            "No names needed. Leaves come in every language we could find."
        ),
        club_key="conversation-table",
        cohosts=("newcomer-lunch",),
        weeks=-1,
        weekday=2,
        occasion="World Kindness Day",
        starts=ALL_DAY[0],
        minutes=ALL_DAY[1],
        place="Front hall",
        audience="community",
        state="approved",
        coming=188,
    ),
    DemoEvent(
        key="try-it-day",
        title="Try-it day in the gym",
        what=(
            "Play goalball, sitting volleyball and boccia with people who know how. Ten "
            "minutes each, no talent required."
        ),
        club_key="buddies",
        cohosts=("wheels-and-walks",),
        weeks=1,
        weekday=3,
        occasion="International Day of Persons with Disabilities",
        starts=time(11, 20),
        minutes=85,
        place="Main gym, all lunches",
        audience="school",
        outside_presenter="Two coaches from a city adapted sports programme",
        state="approved",
        coming=94,
    ),
    DemoEvent(
        key="rights-gallery",
        title="Thirty rights, thirty doors",
        what=(
            "Each classroom door shows one human right, drawn by a class. Take the map and "
            "find the right you would miss most."
        ),
        club_key="rights-circle",
        weeks=1,
        weekday=2,
        occasion="Human Rights Day",
        starts=ALL_DAY[0],
        minutes=ALL_DAY[1],
        place="All hallways",
        audience="families",
        state="with_school",
        coming=0,
    ),
    DemoEvent(
        key="pink-shirt",
        title="Pink Shirt Day: more than a shirt",
        what=(
            "Wear pink and learn one thing to say when a joke hurts someone. Short scenes "
            "by students, then cookies in the front hall."
        ),
        club_key="rainbow-room",
        cohosts=("bullying-prevention", "allies-art"),
        weeks=1,
        weekday=2,
        occasion="Pink Shirt Day",
        starts=time(11, 20),
        minutes=80,
        place="Front hall, all lunches",
        audience="school",
        state="approved",
        coming=141,
    ),
    DemoEvent(
        key="pink-shirt-last",
        title="Pink Shirt Day: the long scarf",
        what=(
            "Last time we knitted one pink scarf through all the hallways. It was 214 "
            "metres long, and 40 blankets were made of it."
        ),
        club_key="allies-art",
        weeks=-1,
        weekday=2,
        occasion="Pink Shirt Day",
        starts=ALL_DAY[0],
        minutes=ALL_DAY[1],
        place="All hallways",
        audience="families",
        state="approved",
        coming=226,
    ),
    DemoEvent(
        key="welcome-lunch",
        title="Everybody eats: a lunch from many kitchens",
        what=(
            "Families cook and students serve. Labels say what is in each dish, with signs "
            "for halal, vegetarian and nut-free."
        ),
        club_key="newcomer-lunch",
        weeks=2,
        weekday=4,
        starts=time(11, 20),
        minutes=85,
        place="Cafeteria, all lunches",
        audience="families",
        state="approved",
        coming=173,
    ),
    DemoEvent(
        key="sign-a-song",
        title="Sign a song",
        what="Learn one song in ASL over a week, and sign it together in the stairwell.",
        club_key="sign-lunch",
        weeks=3,
        weekday=0,
        starts=time(11, 20),
        minutes=30,
        place="Main stairwell and ramp",
        audience="students",
        outside_presenter="A Deaf artist who teaches ASL",
        state="approved",
        coming=7,
    ),
    DemoEvent(
        key="winter-walk",
        title="Lantern walk through the ravine",
        what=(
            "An hour outside after dark with paper lanterns, on paths that work for "
            "wheels. Warm drinks at the end."
        ),
        club_key="wheels-and-walks",
        weeks=4,
        weekday=3,
        starts=time(17, 0),
        minutes=75,
        place="South doors, by the ramp",
        audience="community",
        state="proposed",
        coming=0,
    ),
    DemoEvent(
        key="open-library",
        title="Living library",
        what=(
            "Borrow a person for fifteen minutes and ask about their life. All of them are "
            "members of our own school who offered to be a book."
        ),
        club_key="page-turners",
        weeks=-3,
        weekday=1,
        starts=time(15, 30),
        minutes=90,
        place="Library",
        audience="school",
        state="approved",
        coming=48,
    ),
    DemoEvent(
        key="idahobit-breakfast",
        title="Pancakes for everyone",
        what=(
            "A free breakfast for the day against homophobia, biphobia and transphobia. "
            "Come hungry. Staff flip the pancakes."
        ),
        club_key="allies-art",
        weeks=-1,
        weekday=3,
        occasion="International Day Against Homophobia, Biphobia and Transphobia",
        starts=time(7, 30),
        minutes=55,
        place="Cafeteria",
        audience="families",
        state="approved",
        coming=205,
    ),
    DemoEvent(
        key="bonfire",
        title="Bonfire stories",
        what="Stories around a fire on the back field, told by anyone who has one.",
        club_key="half-a-film",
        weeks=2,
        weekday=2,
        starts=time(18, 0),
        minutes=90,
        place="Back field",
        audience="families",
        state="declined",
        reason_code="safety_plan",
        reason_words=(
            "The city has a fire ban this month, so we cannot say yes. Lamps and blankets "
            "would be fine. Please send it again that way."
        ),
    ),
    DemoEvent(
        key="garden-open",
        title="Open garden hour",
        what="See the raised beds, taste the peas and take a seedling home.",
        club_key="garden-beds",
        weeks=1,
        weekday=1,
        starts=time(15, 30),
        minutes=60,
        place="Courtyard behind the gym",
        audience="community",
        state="cancelled",
        coming=31,
        reason_words="Frost is forecast, so the seedlings stay inside. We will try again.",
    ),
)
