"""Every club of the demo school."""

from clubs.demo.content_alliance import ALLIANCES
from clubs.demo.content_culture import CULTURE
from clubs.demo.content_families import CAREGIVERS, COMMITTEES
from clubs.demo.content_inclusion import INCLUSION
from clubs.demo.content_interest import INTEREST
from clubs.demo.content_justice import JUSTICE
from clubs.demo.content_social import SOCIAL
from clubs.demo.shapes import DemoClub

SCHOOL_NAME = "Maplecrest High School"
SCHOOL_ZONE = "America/Edmonton"

DEMO_CLUBS: tuple[DemoClub, ...] = (
    *ALLIANCES,
    *INCLUSION,
    *SOCIAL,
    *JUSTICE,
    *CULTURE,
    *INTEREST,
    *CAREGIVERS,
    *COMMITTEES,
)
