"""All clubs of a school as entries, for its admins."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from clubs.directory.words import KINDS
from clubs.models.clubs import ClubState
from clubs.school.blueprint import bp
from clubs.school.clubs_queries import clubs_of
from clubs.school.words import STATES
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/clubs")
@admin
def clubs() -> ResponseReturnValue:
    wanted = request.args.get("state", "")
    state = ClubState(wanted) if wanted in list(ClubState) else None
    found = clubs_of(current_viewer(), state, request.args.get("after", ""))
    return render_template(
        "school/clubs.html",
        entries=found.entries,
        state=state,
        states=STATES,
        kinds=KINDS,
        next_url=url_for("school.clubs", state=state, after=found.after)
        if found.after
        else "",
        desk_url=url_for("school.clubs"),
    )
