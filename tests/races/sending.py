"""How somebody in a race sends a form: signed in and page open first, then all at once."""

from collections.abc import Iterator
from typing import Any

from flask import Flask

from tests.visitor import Visitor

Answers = Iterator[int]


def post(app: Flask, person_id: str, address: str, fields: dict[str, Any]) -> Answers:
    visit = Visitor(app, person_id)
    csrf = visit.csrf()
    yield 0
    yield send(visit, address, {**fields, "csrf_token": csrf})


def send(visit: Visitor, address: str, fields: dict[str, Any]) -> int:
    return visit.client.post(address, data=fields).status_code
