"""Where the first pages of the site are put together."""

from flask import Blueprint

bp = Blueprint("today", __name__)
