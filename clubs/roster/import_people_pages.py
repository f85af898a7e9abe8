"""Bringing in a roster: send the file, look at what would happen, apply it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import TooLate
from clubs.policy.permissions.school import may_import_whole_district
from clubs.policy.viewer import Viewer
from clubs.roster import services
from clubs.roster.blueprint import bp
from clubs.roster.forms import ApplyForm, RosterForm
from clubs.roster.readers import roster_in
from clubs.roster.reading import Refused
from clubs.roster.services import Agreed, ManyLeave
from clubs.roster.showing import shown
from clubs.uploads import upload_or_404
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/people/import", methods=["GET", "POST"])
@admin
def import_people() -> ResponseReturnValue:
    viewer = current_viewer()
    form = RosterForm()
    district = bool(may_import_whole_district(viewer))
    if form.validate_on_submit() and (upload := _brought(viewer, form, whole=district)):
        preview = url_for("roster.preview_people", upload_id=upload.id)
        return redirect(preview, code=303)
    page = "roster/import_people.html"
    return render_template(page, form=form, district=district), form.status


def _brought(viewer: Viewer, form: RosterForm, *, whole: bool) -> Upload | None:
    try:
        roster = roster_in(form.chosen.stream, form.chosen.filename)
        return services.bring_people(viewer, roster, whole=whole and form.whole.data)
    except Refused as refusal:
        form.complain(form.file, refusal.sentence)
        return None


@bp.get("/school/people/import/<upload_id>")
@admin
def preview_people(upload_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    upload = upload_or_404(viewer, UploadKind.PEOPLE, upload_id)
    return _preview(viewer, upload, ApplyForm(formdata=None))


@bp.post("/school/people/import/<upload_id>")
@admin
def apply_people(upload_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    upload = upload_or_404(viewer, UploadKind.PEOPLE, upload_id)
    form = ApplyForm()
    agreed = Agreed(form.seen.data or "", bool(form.many_leave.data))
    try:
        services.import_people(viewer, upload, agreed)
    except ManyLeave:
        form.complain(form.many_leave, _("Say that it is meant, or leave it."))
        return _preview(viewer, upload, form)
    except TooLate as late:
        return _preview(viewer, upload, ApplyForm(formdata=None), late)
    flash(_("The roster is brought in."))
    return redirect(url_for("roster.people"), code=303)


def _preview(
    viewer: Viewer, upload: Upload, form: ApplyForm, late: TooLate | None = None
) -> ResponseReturnValue:
    try:
        plan = services.people_plan(viewer, upload)
    except Refused as refusal:
        raise TooLate(refusal.sentence) from refusal
    form.seen.data = plan.fingerprint
    answer = render_template(
        "roster/preview_people.html",
        plan=shown(plan, viewer.school_id),
        form=form,
        late=late.reason if late else "",
        upload_id=upload.id,
    )
    return answer, 409 if late else form.status
