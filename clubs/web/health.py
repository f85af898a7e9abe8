"""Whether the site answers: asked by whoever watches the machine, never by people."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from clubs.db import db
from clubs.web.access import anyone

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@anyone
def healthz() -> ResponseReturnValue:
    try:
        db.session.execute(select(1))
    except SQLAlchemyError:
        return jsonify(status="the database does not answer"), 503
    return jsonify(status="ok")
