"""The demo school's culture and newcomer groups."""

from clubs.demo.handles import handles_for
from clubs.demo.shapes import DemoClub

CULTURE = (
    DemoClub(
        key="newcomer-lunch",
        name="Newcomer Lunch",
        kind="culture",
        focus="New to the school, the city or Canada",
        purpose=(
            "We help each other with the things nobody explains: lockers, buses, winter "
            "boots, what a permission form is. Some of us came last week and some came "
            "years ago. Any language is welcome at the table."
        ),
        first_meeting=(
            "Someone meets you at the office and walks with you. We eat and show each "
            "other photos from home if we like. There is a list of useful words in eleven "
            "languages. You get a buddy for your first two weeks if you want one."
        ),
        step="open",
        weekday=1,
        waves=("A", "C"),
        rule="fortnightly",
        place="Room 140",
        agenda_ideas=(
            "How to read the bus app",
            "What to wear at minus thirty",
            "Bring a snack you grew up with",
            "Words teachers use that no book teaches",
            "Which clubs would you like to visit together?",
            "Practise calling the office when you are sick",
        ),
        commitment_hints=("Come for a week or for years.",),
        members=30,
        usual_head_count=20,
        handles=handles_for("animals", 18),
    ),
    DemoClub(
        key="kinship-circle",
        name="Kinship Circle",
        kind="culture",
        focus="Indigenous students and friends",
        purpose=(
            "First Nations, Métis and Inuit students gather here, and friends are welcome "
            "to sit with us. We bead, cook, learn from visitors and laugh a lot. Our "
            "school stands on Treaty 6 land, and we help others learn what that means."
        ),
        first_meeting=(
            "Come in and take bannock and tea. We sit in a circle and say where we are "
            "from, in as many or as few words as we like. Somebody will show you how to "
            "start a beading pattern. When an Elder visits, a leader tells you beforehand "
            "how we show respect."
        ),
        step="open",
        weekday=2,
        waves=("B",),
        place="Room 150",
        agenda_ideas=(
            "Beading: finish one row",
            "Bannock three ways",
            "Plan Orange Shirt Day with care",
            "Learn ten words of Cree from a visitor",
            "Stories about our grandparents",
        ),
        commitment_hints=("Come when I can. The circle makes room.",),
        members=25,
        usual_head_count=15,
        handles=handles_for("plants", 19),
    ),
    DemoClub(
        key="faith-and-questions",
        name="Faith & Questions",
        kind="culture",
        focus="Talking about belief, doubt and family",
        purpose=(
            "Some of us pray, some of us have stopped, and some are curious. We talk about "
            "faith and family without trying to change anyone. It is also a place for "
            "those whose families believe something else than they do."
        ),
        first_meeting=(
            "We open with one minute of silence. Then a member brings a question, for "
            "example about fasting, rules or hope. We speak for ourselves and not for "
            "everyone of our faith. No one is asked what they believe."
        ),
        step="confidential",
        weekday=4,
        waves=("C",),
        place="Room 238",
        agenda_ideas=(
            "Fasting and gym class",
            "A custom I love, a custom I wonder about",
            "When my family and I see it differently",
            "Holidays nobody else gets off",
            "Questions for a visitor we choose together",
        ),
        commitment_hints=("Most come every second week.",),
        members=11,
        usual_head_count=8,
        handles=handles_for("trees", 20),
    ),
    DemoClub(
        key="settling-in",
        name="Settling In",
        kind="culture",
        focus="Students whose family came here to be safe",
        purpose=(
            "Some of us carry hard journeys and long waits for letters. Here we can rest "
            "from explaining. We do homework, cook, and find out together who can help "
            "with what. The group keeps no list of who belongs."
        ),
        first_meeting=(
            "The person who gave you the code comes with you. There is food that somebody "
            "made at home. You can tell your story, or never tell it. We help with one "
            "school form at the end, for anyone who has brought one."
        ),
        step="unlisted",
        no_list=True,
        lunch="after",
        weekday=3,
        place="Foods room 121",
        agenda_ideas=(
            "Cook one dish together",
            "Who helps with which form",
            "Sleep, worry and small things that ease them",
            "Homework with someone beside you",
            "Football in the small gym",
        ),
        commitment_hints=("When I can. Younger brothers and sisters may come along.",),
        members=10,
        usual_head_count=7,
        handles=handles_for("weather", 21),
    ),
)
