"""The school's desk: what waits, oldest and late first."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import clock
from clubs.school import desk_queries
from clubs.school.blueprint import bp
from clubs.school.desk_proposals import proposals_waiting
from clubs.school.desk_worries import worries
from clubs.school.words import STAGES
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school")
@admin
def desk() -> ResponseReturnValue:
    viewer = current_viewer()
    beside = desk_queries.beside_clubs(viewer)
    imported = beside.imported_at
    return render_template(
        "school/desk.html",
        proposals=proposals_waiting(viewer),
        worries=worries(viewer),
        drafts=desk_queries.drafts(viewer),
        rooms_asked_for=beside.rooms_asked_for,
        imported_on=clock.day_of(imported, viewer.zone) if imported else None,
        stages=STAGES,
        clubs_url=url_for("school.clubs"),
    )
