"""What the pages of this feature hang on."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)
