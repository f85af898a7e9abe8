"""The blueprint all pages of this feature share."""

from flask import Blueprint

bp = Blueprint("proposals", __name__)
