"""What the layout of every page prints."""

from dataclasses import dataclass
from functools import cached_property

from flask import Flask, current_app, g, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy import select

from clubs import notices
from clubs.config import Settings
from clubs.db import db
from clubs.models.people import School
from clubs.notices.inbox import Told
from clubs.policy.viewer import Viewer
from clubs.web.session import viewer_or_none


@dataclass(frozen=True)
class Link:
    """One entry of the navigation; `count` is how many things wait there."""

    label: str
    url: str
    current: bool = False
    count: int = 0


class Page:
    """Computed when a template asks, so that an error page needs no database."""

    @property
    def settings(self) -> Settings:
        settings: Settings = current_app.config["SETTINGS"]
        return settings

    @cached_property
    def viewer(self) -> Viewer | None:
        return viewer_or_none()

    @property
    def site_name(self) -> str:
        return self.settings.site_name

    @property
    def school_name(self) -> str:
        return self.viewer.school_name if self.viewer else ""

    @property
    def idle_seconds(self) -> int:
        return self.settings.idle_minutes * 60 if self.viewer else 0

    @property
    def lang(self) -> str:
        return str(get_locale()).replace("_", "-")

    @property
    def dir(self) -> str:
        locale = get_locale()
        return "rtl" if locale is not None and locale.text_direction == "rtl" else "ltr"

    @cached_property
    def demo(self) -> bool:
        # Who is signed in brings the answer along; only for a stranger's page it is asked.
        return self.viewer.demo if self.viewer else demo()

    @property
    def banner_link(self) -> Link | None:
        return Link(_("Be somebody else"), url_for("demo.personas")) if self.demo else None

    @property
    def banner(self) -> str:
        if self.demo:
            return _("This is a demo school. Nobody in it is real.")
        if not self.settings.production:
            return _("This site is being tried out. Do not enter real people yet.")
        return ""

    @property
    def accent_url(self) -> str:
        if self.viewer is None or not self.viewer.accent:
            return ""
        return url_for("assets.accent", colour=self.viewer.accent.lstrip("#"))

    @cached_property
    def nav(self) -> list[Link]:
        viewer = self.viewer
        if viewer is None:
            return []
        links = [
            _link("today.today", _("Today"), _notices_waiting(viewer)),
            _link("directory.clubs", _("Clubs")),
            _link("membership.my_clubs", _("My clubs")),
            _link("events.calendar", _("Events")),
        ]
        if viewer.staff or viewer.leads:
            links.append(_link("proposals.waiting", _("Proposals")))
        if viewer.admin:
            links.append(_link("school.desk", _("School")))
        elif viewer.staff:
            links.append(_link("rooms.rooms", _("Rooms")))
        if viewer.district_admin:
            links.append(_link("school.district", _("District")))
        return links

    @property
    def footer(self) -> list[Link]:
        links = [
            _link("today.help_now", _("Who to turn to now")),
            _link("today.privacy", _("What could leak if…")),
        ]
        if self.viewer is not None:
            links.append(_link("accounts.account", _("My account")))
        return links


def demo() -> bool:
    """Whether the site shows a demo school. Never in production; asked once, then known."""
    settings: Settings = current_app.config["SETTINGS"]
    if settings.production:
        return False
    if "demo" not in current_app.extensions:
        if db.session.scalar(select(School.id).where(School.demo).limit(1)) is None:
            return False
        current_app.extensions["demo"] = True
    return True


def notices_told(viewer: Viewer) -> list[Told]:
    """The viewer's notices, for the page that shows them; the navigation counts those."""
    told: list[Told] = notices.told(viewer)
    g.notices_told = told
    return told


def _notices_waiting(viewer: Viewer) -> int:
    return len(g.notices_told) if "notices_told" in g else notices.waiting(viewer)


def _link(endpoint: str, label: str, count: int = 0) -> Link:
    return Link(label, url_for(endpoint), request.endpoint == endpoint, count)


def init_app(app: Flask) -> None:
    @app.context_processor
    def page() -> dict[str, Page]:
        return {"page": Page()}
