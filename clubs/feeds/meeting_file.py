"""One meeting as a file for one's own calendar; nothing in it names a club."""

from flask import make_response
from flask.typing import ResponseReturnValue

from clubs.feeds.blueprint import bp
from clubs.feeds.ics import file_text
from clubs.feeds.own_meeting import meeting_for
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/m/<meeting_id>/lunch.ics")
@signed_in
def meeting_file(meeting_id: str) -> ResponseReturnValue:
    answer = make_response(file_text(meeting_for(current_viewer(), meeting_id)))
    answer.content_type = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = "attachment; filename=lunch.ics"
    return answer
