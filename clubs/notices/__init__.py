"""What the site writes to people: sealed notices in the site, neutral mail outside it."""

from clubs.notices.inbox import clear, forget_club, forget_people, told, waiting
from clubs.notices.inbox import tell as tell
from clubs.notices.outbox import mail_link, mail_update

__all__ = [
    "clear",
    "forget_club",
    "forget_people",
    "mail_link",
    "mail_update",
    "tell",
    "told",
    "waiting",
]
