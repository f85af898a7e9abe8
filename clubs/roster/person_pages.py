"""One person's account, for the admins of their school."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.people import Office, Person
from clubs.policy.permissions.school import may_appoint, may_end_account, may_invite
from clubs.policy.viewer import Viewer
from clubs.roster import accounts, queries
from clubs.roster.blueprint import bp
from clubs.roster.words import ACCOUNTS, KINDS, OFFICES
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/people/<person_id>")
@admin
def person(person_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    one = queries.person_or_404(viewer, person_id)
    offices = queries.offices_of(viewer, one)
    return render_template(
        "roster/person.html",
        entry=queries.entry_of(viewer, one),
        kinds=KINDS,
        accounts=ACCOUNTS,
        offices=[OFFICES[office] for office in offices],
        is_admin=Office.ADMIN in offices,
        inviting=may_invite(viewer, one),
        ending=may_end_account(viewer, one),
        appointing=may_appoint(viewer, one),
    )


def _done(
    person_id: str, act: Callable[[Viewer, Person], None], words: str
) -> ResponseReturnValue:
    viewer = current_viewer()
    act(viewer, queries.person_or_404(viewer, person_id))
    flash(words)
    return redirect(url_for("roster.person", person_id=person_id), code=303)


@bp.post("/school/people/<person_id>/invite")
@admin
def invite(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.invite_one, _("The invitation is on its way."))


@bp.post("/school/people/<person_id>/reset")
@admin
def reset(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.send_reset, _("The link is on its way."))


@bp.post("/school/people/<person_id>/end")
@admin
def end(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.end_account, _("The account has ended."))


@bp.post("/school/people/<person_id>/return")
@admin
def bring_back(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.bring_back, _("The account is in use again."))


@bp.post("/school/people/<person_id>/appoint")
@admin
def appoint(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.appoint, _("They are an admin now."))


@bp.post("/school/people/<person_id>/end-office")
@admin
def end_office(person_id: str) -> ResponseReturnValue:
    return _done(person_id, accounts.end_office, _("They are not an admin any more."))
