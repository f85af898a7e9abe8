"""The school's calendar, month by month, and what is said about each date."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from clubs import clock, timetable
from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.day_forms import ClosingForm, day_form
from clubs.schooltime.services import days as services
from clubs.schooltime.showing import month_shown, shown
from clubs.web.access import admin
from clubs.web.month import Month, month_at, month_of, weekday_names
from clubs.web.session import current_viewer


@bp.get("/school/calendar")
@admin
def calendar() -> ResponseReturnValue:
    viewer = current_viewer()
    school = queries.own_school(viewer)
    today = clock.today(viewer.zone)
    month = month_at(request.args.get("month", "")) or month_of(today)
    first, last = timetable.worked_out_between(school)
    return render_template(
        "schooltime/calendar.html",
        month=month,
        days=month_shown(school, month, queries.kinds_of_day(viewer)),
        weekdays=weekday_names(),
        today=today,
        cycle=school.cycle_length,
        newer=_link(month.previous) if first < month.first <= last else None,
        older=_link(month.next) if first < month.after <= last else None,
        calendars=queries.calendars(viewer),
    )


def _link(month: Month | None) -> str | None:
    return url_for("schooltime.calendar", month=month.address) if month else None


@bp.route("/school/calendar/<on>", methods=["GET", "POST"])
@admin
def day(on: str) -> ResponseReturnValue:
    viewer = current_viewer()
    school = queries.own_school(viewer)
    date = queries.day_or_404(school, on)
    said = queries.said_about(viewer, date)
    typed = next((one for one in said if not one.source), None)
    kinds = queries.kinds_of_day(viewer)
    form = day_form(school, kinds, typed)
    if form.validate_on_submit():
        services.mark_day(viewer, date, form.as_said())
        return _done(_("The day is kept. Meetings on it follow, and people are told."), on)
    return render_template(
        "schooltime/day.html",
        on=date,
        shown=shown(school, [date], kinds)[date],
        form=form,
        typed=typed is not None,
        calendars=[one for one in said if one.source],
        cycle=school.cycle_length,
        month=date.isoformat()[:7],
    ), form.status


@bp.post("/school/calendar/<on>/clear")
@admin
def clear_day(on: str) -> ResponseReturnValue:
    viewer = current_viewer()
    date = queries.day_or_404(queries.own_school(viewer), on)
    services.clear_day(viewer, date)
    words = _("It is as if nothing had been typed. Meetings follow, and people are told.")
    return _done(words, on)


@bp.route("/school/calendar/close", methods=["GET", "POST"])
@admin
def close_days() -> ResponseReturnValue:
    viewer = current_viewer()
    school = queries.own_school(viewer)
    form = ClosingForm(school)
    if form.validate_on_submit():
        if services.close_days(viewer, *form.days, form.as_said()):
            words = _("The days are kept. Meetings on them follow, and people are told.")
            return _done(words, form.days[0].isoformat())
        form.complain(form.first_on, _("There is no school on any of these days anyway."))
    page = "schooltime/close.html"
    return render_template(page, form=form, cycle=school.cycle_length), form.status


def _done(words: str, on: str) -> Response:
    flash(words)
    return redirect(url_for("schooltime.calendar", month=on[:7]), code=303)
