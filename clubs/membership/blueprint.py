"""Where the pages of belonging are put together."""

from flask import Blueprint

bp = Blueprint("membership", __name__)
