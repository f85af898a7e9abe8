"""Bringing in a school's own list of clubs: send it, look, add them as drafts."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.roster import club_services
from clubs.roster.blueprint import bp
from clubs.roster.club_list import read_club_list
from clubs.roster.club_showing import shown_clubs
from clubs.roster.forms import ApplyForm, FileForm
from clubs.roster.reading import Refused
from clubs.uploads import upload_or_404
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/clubs/import", methods=["GET", "POST"])
@admin
def import_clubs() -> ResponseReturnValue:
    form = FileForm()
    if form.validate_on_submit() and (upload := _brought(current_viewer(), form)):
        preview = url_for("roster.preview_clubs", upload_id=upload.id)
        return redirect(preview, code=303)
    return render_template("roster/import_clubs.html", form=form), form.status


def _brought(viewer: Viewer, form: FileForm) -> Upload | None:
    try:
        clubs = read_club_list(form.chosen.stream, form.chosen.filename)
    except Refused as refusal:
        form.complain(form.file, refusal.sentence)
        return None
    return club_services.bring_clubs(viewer, clubs)


@bp.get("/school/clubs/import/<upload_id>")
@admin
def preview_clubs(upload_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    upload = upload_or_404(viewer, UploadKind.CLUBS, upload_id)
    return _preview(viewer, upload)


@bp.post("/school/clubs/import/<upload_id>")
@admin
def apply_clubs(upload_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    upload = upload_or_404(viewer, UploadKind.CLUBS, upload_id)
    try:
        club_services.import_clubs(viewer, upload, ApplyForm().seen.data or "")
    except TooLate as late:
        return _preview(viewer, upload, late)
    flash(_("The clubs are here as drafts. Nobody but admins can see them."))
    return redirect(url_for("school.clubs", state="draft"), code=303)


def _preview(
    viewer: Viewer, upload: Upload, late: TooLate | None = None
) -> ResponseReturnValue:
    plan = club_services.clubs_plan(viewer, upload)
    form = ApplyForm(formdata=None)
    form.seen.data = plan.fingerprint
    answer = render_template(
        "roster/preview_clubs.html",
        plan=shown_clubs(plan),
        form=form,
        late=late.reason if late else "",
        upload_id=upload.id,
    )
    return answer, 409 if late else 200
