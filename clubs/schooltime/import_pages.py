"""Bringing a calendar in: send the file, say what its events mean, apply it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.uploads import Upload, UploadKind
from clubs.policy.viewer import Viewer
from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.calendar_plan import plan_of
from clubs.schooltime.ics import NotACalendar
from clubs.schooltime.import_forms import (
    MOST_TITLES,
    CalendarForm,
    ForgetForm,
    MeaningForm,
    meaning_form,
)
from clubs.schooltime.services import importing as services
from clubs.schooltime.waiting import Waiting, waiting_in
from clubs.uploads import upload_or_404
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/calendar/import", methods=["GET", "POST"])
@admin
def import_calendar() -> ResponseReturnValue:
    form = CalendarForm()
    if form.validate_on_submit() and (upload := _brought(current_viewer(), form)):
        preview = url_for("schooltime.preview_calendar", upload_id=upload.id)
        return redirect(preview, code=303)
    return render_template("schooltime/import.html", form=form), form.status


def _brought(viewer: Viewer, form: CalendarForm) -> Upload | None:
    try:
        return services.bring_calendar(viewer, form.content, form.file_name)
    except NotACalendar as refusal:
        form.complain(form.file, refusal.sentence)
        return None


@bp.route("/school/calendar/import/<upload_id>", methods=["GET", "POST"])
@admin
def preview_calendar(upload_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    upload = upload_or_404(viewer, UploadKind.CALENDAR, upload_id)
    waiting = waiting_in(upload)
    school, kinds = queries.own_school(viewer), queries.kinds_of_day(viewer)
    form = meaning_form(school, kinds, waiting.groups)
    if form.validate_on_submit() and "again" not in request.form:
        services.import_calendar(viewer, upload, plan_of(waiting.groups, form.meanings))
        words = _("The calendar is brought in. Meetings follow, and people are told.")
        flash(words)
        return redirect(url_for("schooltime.calendar"), code=303)
    return _preview(waiting, form, cycle=school.cycle_length or 0)


def _preview(waiting: Waiting, form: MeaningForm, *, cycle: int) -> ResponseReturnValue:
    plan = plan_of(waiting.groups, {} if form.errors else form.meanings)
    rows = [(form[f"what_{n}"], one) for n, one in enumerate(waiting.groups[:MOST_TITLES])]
    return render_template(
        "schooltime/preview.html",
        form=form,
        source=waiting.source,
        plan=plan,
        longer_cycle=plan.cycle_length if plan.cycle_length > cycle else 0,
        understood=[(field, one) for field, one in rows if field.data],
        others=[(field, one) for field, one in rows if not field.data],
        more=max(0, len(waiting.groups) - MOST_TITLES),
        notes=[*waiting.notes, *plan.notes],
    ), form.status


@bp.post("/school/calendar/forget")
@admin
def forget_calendar() -> ResponseReturnValue:
    services.forget_calendar(current_viewer(), ForgetForm().source.data or "")
    flash(_("What this calendar said is forgotten. Meetings follow, and people are told."))
    return redirect(url_for("schooltime.calendar"), code=303)
