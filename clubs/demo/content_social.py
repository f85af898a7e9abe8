"""The demo school's social groups at lunch."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

SOCIAL = (
    DemoClub(
        key="lunch-table-9",
        name="Lunch Table 9: board games",
        kind="social",
        focus="Board games, sandwiches and whoever turns up",
        purpose=(
            "We pull two tables together and play. There is always a game for someone who "
            "has never played one. It is a good place to come if you have nobody to eat "
            "with yet."
        ),
        first_meeting=(
            "Look for the wooden box and the number 9. Somebody will ask if you want an "
            "easy game or a long one. We explain the rules as we play, so you do not need "
            "to know anything. When the bell rings, we take a photo of long games and go "
            "on next week."
        ),
        step="open",
        weekday=0,
        waves=("A",),
        place="Cafeteria",
        agenda_ideas=(
            "Teach one new game",
            "Small tournament with silly prizes",
            "Bring a game from home",
            "Fix the boxes and count the pieces",
            "Team games only, so nobody loses alone",
        ),
        commitment_hints=("Come when I can.", "Two people take turns bringing the box."),
        capacity=24,
        members=23,
        usual_head_count=16,
        handles=handles_for("things", 10),
    ),
    DemoClub(
        key="half-a-film",
        name="Half a Film",
        kind="social",
        focus="One film over two lunches, with talk in between",
        purpose=(
            "A lunch is too short for a film, so we stop in the middle. Then we guess how "
            "it ends. We choose by vote and look for stories from many places, with "
            "captions on."
        ),
        first_meeting=(
            "Bring your lunch and sit anywhere; the lights stay half on. A leader says "
            "what the film is about and if anything in it may be hard to watch. We watch "
            "for twenty-five minutes and talk for ten. You may come to one half only."
        ),
        step="open",
        weekday=2,
        waves=("B",),
        place="Drama studio",
        agenda_ideas=(
            "Vote for the next film",
            "Guess the ending",
            "Short films made by students",
            "A film in a language nobody here speaks",
            "Best snack for a sad film",
        ),
        commitment_hints=("Come when I can. One half is fine.",),
        members=28,
        usual_head_count=18,
        handles=handles_for("weather", 11),
    ),
    DemoClub(
        key="conversation-table",
        name="Conversation Table",
        kind="social",
        focus="One good question a week, and time to answer it",
        purpose=(
            "We have a jar of questions and draw one. Some are funny and some are not. We "
            "practise listening as much as talking, and new speakers of English set the "
            "pace."
        ),
        first_meeting=(
            "Take a seat and a card. The card shows the question in plain words. We go "
            "around once, and you may pass. After that anyone can ask anyone to say more. "
            "We end by putting a new question into the jar."
        ),
        step="open",
        weekday=0,
        waves=("A", "B", "C"),
        place="Library",
        agenda_ideas=(
            "What did you believe when you were six?",
            "A place that feels like home",
            "Something you changed your mind about",
            "How do people in your family say sorry?",
            "Write five questions for the jar",
        ),
        commitment_hints=("Come when I can.",),
        members=17,
        usual_head_count=11,
        handles=handles_for("plants", 12),
    ),
    DemoClub(
        key="quiet-corner",
        name="Quiet Corner",
        kind="social",
        focus="A calm lunch for people who find the cafeteria too much",
        purpose=(
            "Headphones, puzzles, crochet, drawing, or just eating in peace. We keep it "
            "small so that it stays quiet. Talking is fine at the table by the door."
        ),
        first_meeting=(
            "Come in and choose a chair; nobody will make you introduce yourself. There "
            "is a puzzle on the table that we all work on. A leader may wave. If you want "
            "to know more, the blue folder explains how things work."
        ),
        step="private",
        weekday=4,
        waves=("A",),
        place="Room 233",
        agenda_ideas=(
            "Start the thousand-piece puzzle",
            "Crochet for beginners, with patient hands",
            "Shared drawing: one line each",
            "Choose the next pot plant",
            "Silent reading with soup",
        ),
        commitment_hints=("Regular or now and then, both are welcome.",),
        capacity=16,
        members=15,
        usual_head_count=10,
        handles=handles_for("animals", 13),
    ),
    DemoClub(
        key="lantern",
        name="Lantern Lunch",
        kind="social",
        focus="For students who have lost somebody",
        purpose=(
            "When someone dies, other people often do not know what to say. Here you need "
            "not explain. We eat together, remember when we want to, and talk about "
            "ordinary things too."
        ),
        first_meeting=(
            "Your sponsor walks in with you if you like. We light a small lamp and eat. "
            "There is a box of cards with gentle questions, and you may leave it closed. "
            "The counsellor is next door the entire time."
        ),
        step="unlisted",
        weekday=1,
        waves=("A",),
        place="Room 108",
        agenda_ideas=(
            "Light the lamp and eat",
            "A story about a person I miss",
            "What helps on birthdays and holidays",
            "Plant bulbs by the west wall",
            "A quiet lunch with nothing planned",
        ),
        commitment_hints=("When I can. Some weeks are too much, and that is okay.",),
        capacity=10,
        members=9,
        usual_head_count=6,
        handles=handles_for("things", 14),
    ),
)
