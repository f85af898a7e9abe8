"""Where the pages of people and files are put together."""

from flask import Blueprint

bp = Blueprint("roster", __name__)
