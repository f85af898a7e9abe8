"""Where the pages about rooms are put together."""

from flask import Blueprint

bp = Blueprint("rooms", __name__)
