"""Small sentences of the demo school: what people write when they ask, move or cancel."""

ASKS = (
    "A friend told me it is calm here. I would like to try.",
    "I am a bit shy. Is it all right if I only listen at first?",
    "I can come every second week, because of band practice.",
)

CANCELLED_BEFORE = (
    "Exam week: we rest.",
    "A storm closed the school at noon.",
    "The room was needed for photo day.",
)

# What happens to the next meeting of these clubs: whether it takes place, and the words.
MOVED = {
    "conversation-table": "The library is being painted, so we meet in Room 133.",
    "rights-circle": "Room 217 has no heating today. We meet in the career room.",
}
MOVED_TO = {"conversation-table": "Room 133", "rights-circle": "Career room 109"}
MOVED_A_DAY = {
    "kinship-circle": "The drum is being mended, so we meet a day later this time.",
}
BLOCKED_BECAUSE = "exams are written there"
GYM_BLOCKED_BECAUSE = "the floor is being sanded"
CANCELLED = {
    "half-a-film": "The projector is being mended. Next week there is the second half.",
    "speak-up": "Our sponsor is at a course, so we take a break this week.",
}

# More meetings on the next school day, so that there is something for every persona.
EXTRA = {
    "lunch-table-9": "Bring your favourite game, and teach it to somebody new",
    "rainbow-room": "Posters for Pink Shirt Day; there are snacks",
    "kitchen-table": "Coffee, and one good question",
}

# What there is to do at the next meetings of these clubs; somebody has the first.
JOBS = {
    "lunch-table-9": ("Bring the wooden box", "Greet newcomers", "Count the pieces"),
    "newcomer-lunch": ("Greet newcomers", "Set up the tables"),
    "rainbow-room": ("Set up the chairs", "Greet newcomers", "Bring snacks"),
    "page-turners": ("Bring cocoa", "Choose the next book"),
}
SCREEN = "Front hall"

TRUSTED_ADULT = (
    "You can always go to the counsellors in Room 110, with or without an appointment. "
    "The door is open before school, at every lunch and until half past four."
)
PRIVACY_CONTACT = "The school's privacy contact, main office, Room 100"
APPEAL_CONTACT = "The school board's student support office"

# What waits in the personas' boxes: whom it is for, which club it speaks of, the words.
NOTICES = (
    ("member", "page-turners", "You were asked to help lead the Page Turners."),
    (
        "member",
        "lunch-table-9",
        "Lunch Table 9 meets on the next school day. Bring a game.",
    ),
    ("leader", "rainbow-room", "Pink Shirt Day was accepted. It is on the calendar."),
    (
        "leader",
        "rainbow-room",
        "The school needs your room on one day. Find another on the meeting's page.",
    ),
    ("sponsor", "rainbow-room", "Somebody would like to join the Rainbow Room."),
    ("other-sponsor", "lunch-table-9", "Lunch Table 9 is full, and somebody waits."),
    ("caregiver", "kitchen-table", "The Kitchen Table meets on the next school day."),
    ("student", None, "Welcome! Have a look around; nobody sees where you look."),
)
