"""The school's time on one page, and where each part of it is changed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from clubs import timetable
from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.words import weekday_said
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/time")
@admin
def overview() -> ResponseReturnValue:
    viewer = current_viewer()
    school = queries.own_school(viewer)
    bells = timetable.bells_of(viewer.school_id)
    return render_template(
        "schooltime/overview.html",
        school=school,
        bells=bells,
        lunches=[one for one in bells.regular if one.lunch],
        weekdays=[weekday_said(int(one)) for one in school.week],
        terms=timetable.terms_of(viewer.school_id),
        calendars=queries.calendars(viewer),
    )
