"""Where the school's own pages are put together."""

from flask import Blueprint

bp = Blueprint("school", __name__)
