"""The school's desk: what waits, oldest and late first."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import clock
from clubs.school import desk_queries as queries
from clubs.school.blueprint import bp
from clubs.school.words import STAGES
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school")
@admin
def desk() -> ResponseReturnValue:
    viewer = current_viewer()
    imported = queries.last_import(viewer)
    return render_template(
        "school/desk.html",
        proposals=queries.proposals_waiting(viewer),
        worries=queries.worries(viewer),
        drafts=queries.drafts(viewer),
        imported_on=clock.day_of(imported, viewer.zone) if imported else None,
        stages=STAGES,
        clubs_url=url_for("school.clubs"),
    )
