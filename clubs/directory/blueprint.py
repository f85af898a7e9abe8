"""Where the directory's pages are put together."""

from flask import Blueprint

bp = Blueprint("directory", __name__)
