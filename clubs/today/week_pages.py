"""The school's week, to read and to print."""

from flask import render_template

from clubs import clock
from clubs.timetable.own_time import own_time
from clubs.today.blueprint import bp
from clubs.today.week import first_day, week_of
from clubs.web.access import signed_in
from clubs.web.filters import short_day
from clubs.web.school_time import kind_of_day
from clubs.web.session import current_viewer


@bp.get("/week")
@signed_in
def week() -> str:
    viewer = current_viewer()
    monday = first_day(viewer)
    sunday = monday + clock.days(6)
    own = own_time(viewer.school_id, viewer.person_id, viewer.wave_id, monday, sunday)
    shown = week_of(viewer, own, monday)
    names = {day: [short_day(day), *kind_of_day(own, day)] for day in shown.days}
    return render_template(
        "today/week.html", week=shown, names=names, monday=monday, school=viewer.school_name
    )
