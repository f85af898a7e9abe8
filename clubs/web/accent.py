"""A school's own colour as a small style sheet, worked out so that all can read it."""

import re

from flask import Blueprint, make_response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clubs.web.access import anyone
from clubs.web.colour import accent_tokens

bp = Blueprint("assets", __name__)
_COLOUR = re.compile(r"[0-9a-fA-F]{6}")
_A_DAY = "public, max-age=86400"


@bp.get("/accent/<colour>.css")
@anyone
def accent(colour: str) -> ResponseReturnValue:
    if not _COLOUR.fullmatch(colour):
        raise NotFound
    sheet = make_response(accent_tokens(colour).stylesheet())
    sheet.mimetype = "text/css"
    sheet.headers["Cache-Control"] = _A_DAY
    return sheet
