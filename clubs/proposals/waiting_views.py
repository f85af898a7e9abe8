"""Proposals that wait for somebody, and those that were decided."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from clubs.db import is_id
from clubs.proposals import waiting as lists
from clubs.proposals.blueprint import bp
from clubs.proposals.words import STAGES
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/proposals")
@signed_in
def waiting() -> ResponseReturnValue:
    viewer = current_viewer()
    lines = lists.open_ones(viewer, _place())
    mine = sorted((one for one in lines if one.mine), key=lambda one: one.since)
    others = [one for one in lines if not one.mine]
    return render_template(
        "proposals/waiting.html",
        mine=mine,
        asked=lists.asked_clubs(viewer),
        others=lists.by_stage(others),
        decided=lists.decided_ones(viewer),
        more=_mark(lines[-1].due, lines[-1].id) if len(lines) == lists.MOST_OPEN else None,
        stages=STAGES,
        page_shown=bool(request.args.get("after")),
    )


@bp.get("/proposals/decided")
@signed_in
def decided() -> ResponseReturnValue:
    viewer = current_viewer()
    lines = lists.decided_ones(viewer, _place())
    full = len(lines) == lists.MOST_DECIDED
    return render_template(
        "proposals/decided.html",
        lines=lines,
        more=_mark(lines[-1].since, lines[-1].id) if full else None,
        stages=STAGES,
    )


def _mark(on: date, key: str) -> str:
    return f"{on.isoformat()}~{key}"


def _place() -> tuple[date, str] | None:
    """Where the list goes on; anything that is no such place begins at the beginning."""
    on, _tilde, key = request.args.get("after", "").partition("~")
    try:
        return (date.fromisoformat(on), key) if is_id(key) else None
    except ValueError:
        return None
