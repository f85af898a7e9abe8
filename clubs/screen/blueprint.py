"""Where the pages of displays are put together."""

from flask import Blueprint

bp = Blueprint("screen", __name__)
