"""Where the pages of the school's time are put together."""

from flask import Blueprint

from clubs.schooltime.words import long_day

bp = Blueprint("schooltime", __name__)
bp.add_app_template_filter(long_day)
