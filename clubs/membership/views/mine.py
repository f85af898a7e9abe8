"""My clubs: the viewer's own, as unremarkable as any other page."""

from flask import render_template

from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.words import STANDINGS, STATES
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/my-clubs")
@signed_in
def my_clubs() -> str:
    clubs = queries.my_clubs(current_viewer())
    return render_template(
        "membership/my_clubs.html", clubs=clubs, standings=STANDINGS, states=STATES
    )
