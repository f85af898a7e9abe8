"""How long what people write may be, the same wherever it is written."""

NAME = 80
FOCUS = 120
PURPOSE = 1000
FIRST_MEETING = 1500
RISK = 600
WORDS = 1000
PLACES = 500
