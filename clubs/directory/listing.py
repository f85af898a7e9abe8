"""Addresses and choices of the directory's page, built once a page."""

from urllib.parse import urlencode

from flask import url_for
from flask_babel import gettext as _

from clubs.directory.wanted import Wanted
from clubs.directory.words import AUDIENCES, KINDS, PARTS_OF_DAY, WEEKDAYS
from clubs.models.clubs import Audience
from clubs.policy.permissions.deciding import may_propose
from clubs.policy.viewer import Viewer

Choices = list[tuple[str, str]]


def choices() -> dict[str, Choices]:
    """What each filter offers, the empty choice first."""
    return {
        "kind": [("", _("Any kind")), *((key.value, str(KINDS[key])) for key in KINDS)],
        "audience": [
            ("", _("Anyone")),
            *((key.value, str(AUDIENCES[key])) for key in AUDIENCES),
        ],
        "weekday": [
            ("", _("Any day")),
            *((str(number), str(word)) for number, word in enumerate(WEEKDAYS)),
        ],
        "part": [
            ("", _("Any time")),
            *((key.value, str(PARTS_OF_DAY[key])) for key in PARTS_OF_DAY),
        ],
    }


def club_url() -> str:
    """The address of a club without its id: putting it together for each costs too much."""
    return url_for("directory.club", club_id="-").removesuffix("-")


def meeting_url() -> str:
    return url_for("meetings.meeting", meeting_id="-").removesuffix("-")


def page_url(wanted: Wanted, *, after: str = "", before: str = "") -> str | None:
    if not after and not before:
        return None
    place = {"after": after} if after else {"before": before}
    return f"{url_for('directory.clubs')}?{urlencode(wanted.as_query() | place)}"


def may_start(viewer: Viewer) -> bool:
    """Whether the viewer could propose a club of some kind."""
    return any(may_propose(viewer, audience) for audience in Audience)
