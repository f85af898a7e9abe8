"""What calendars and the pages about them hang on."""

from flask import Blueprint

bp = Blueprint("feeds", __name__)
