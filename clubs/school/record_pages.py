"""The record of what staff did, and whether it is whole."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from clubs import clock
from clubs.school import queries
from clubs.school.acts import act_said, more_said
from clubs.school.blueprint import bp
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/record")
@admin
def record() -> ResponseReturnValue:
    viewer = current_viewer()
    page = queries.record_of(viewer, _number(request.args.get("before", "")))
    rows = [
        (
            one.number,
            clock.day_of(one.at, viewer.zone),
            one.who,
            act_said(one.act),
            more_said(one.words),
        )
        for one in page.lines
    ]
    return render_template(
        "school/record.html",
        rows=rows,
        broken_at=queries.broken_at(viewer),
        next_url=url_for("school.record", before=page.before) if page.before else "",
    )


def _number(text: str) -> int | None:
    """A number the database can hold, else none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
