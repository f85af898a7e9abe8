"""The people of a school, for its admins."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.people import PersonKind
from clubs.roster import accounts, queries
from clubs.roster.blueprint import bp
from clubs.roster.queries import Asked
from clubs.roster.words import ACCOUNTS, INVITING, KINDS
from clubs.web.access import admin
from clubs.web.forms import tidy_line
from clubs.web.session import current_viewer

_LONGEST_SEARCH = 80


@bp.get("/school/people")
@admin
def people() -> ResponseReturnValue:
    asked = _asked()
    listed = queries.people_of(current_viewer(), asked)
    return render_template(
        "roster/people.html",
        asked=asked,
        entries=listed.entries,
        next_url=_next(asked, listed.after) if listed.after else "",
        kinds=KINDS,
        accounts=ACCOUNTS,
        inviting=INVITING,
        address=f"{url_for('roster.people')}/",  # built once; rows put their id behind it
    )


@bp.post("/school/people/invite")
@admin
def invite_people() -> ResponseReturnValue:
    kind = request.form.get("kind", "")
    if kind not in list(PersonKind):
        flash(_("Choose whom to invite."))
        return redirect(url_for("roster.people"), code=303)
    count = accounts.invite_all(current_viewer(), PersonKind(kind))
    flash(_said(count))
    return redirect(url_for("roster.people", kind=kind), code=303)


def _said(count: int) -> str:
    if count == 0:
        return str(_("Everybody who could be invited has been."))
    if count < accounts.AT_ONCE:
        return str(_("%(count)s invitations are on their way.", count=count))
    return str(
        _("%(count)s invitations are on their way. Press again for the rest.", count=count)
    )


def _asked() -> Asked:
    kind = request.args.get("kind", "")
    return Asked(
        text=tidy_line(request.args.get("text"))[:_LONGEST_SEARCH],
        kind=PersonKind(kind) if kind in list(PersonKind) else None,
        after=tidy_line(request.args.get("after")),
    )


def _next(asked: Asked, after: str) -> str:
    return url_for("roster.people", text=asked.text or None, kind=asked.kind, after=after)
