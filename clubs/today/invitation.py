"""What an empty day invites to: for each kind of viewer, the place to go from here."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Invitation:
    title: str
    text: str
    url: str
    button: str


def invitation(viewer: Viewer) -> Invitation:
    if viewer.district_admin:
        return _district()
    if viewer.admin:
        return _desk()
    if viewer.staff and not viewer.sponsors:
        text = _("Students may ask you to sponsor a club. You would read about it here.")
        return _look_around(_("Nothing waits for you"), text)
    text = _("Have a look at what there is, or start something.")
    return _look_around(_("Nothing planned today"), text)


def _district() -> Invitation:
    return Invitation(
        _("Nothing waits for you"),
        _("How the schools of the district are doing is on a page of its own."),
        url_for("school.district"),
        _("See the schools"),
    )


def _desk() -> Invitation:
    return Invitation(
        _("Nothing waits for you"),
        _("Proposals and clubs that need somebody come up here, late ones first."),
        url_for("school.desk"),
        _("Go to the school’s desk"),
    )


def _look_around(title: str, text: str) -> Invitation:
    return Invitation(title, text, url_for("directory.clubs"), _("Look at the clubs"))
