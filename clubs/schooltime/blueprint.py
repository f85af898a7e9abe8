"""Where the pages of the school's time are put together."""

from flask import Blueprint

bp = Blueprint("schooltime", __name__)
