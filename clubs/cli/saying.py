"""How commands answer: one sentence on stderr, and an exit code that scripts understand."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from clubs.db import commit, db, expect_writes
from clubs.models.people import School
from clubs.policy.permissions import NotAllowed
from clubs.seal import CannotOpen, KeysMissing

P = ParamSpec("P")


class Refused(click.ClickException):
    """It was understood and is not done: exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), err=True)


class WrongUse(Refused):
    """Something was written wrongly or is missing: exit code 2."""

    exit_code = 2


def in_the_site(work: Callable[P, None]) -> Callable[P, None]:
    """Run inside the site, in one transaction; say in a sentence what stopped it."""

    @wraps(work)
    def run(*args: P.args, **given: P.kwargs) -> None:
        expect_writes(yes=True)
        try:
            work(*args, **given)
            commit()
        except (KeysMissing, CannotOpen, NotAllowed) as refusal:
            raise Refused(str(refusal)) from None
        except DBAPIError:
            raise Refused(
                "The database does not answer or is not set up. Try: flask db upgrade"
            ) from None
        finally:
            db.session.rollback()

    wrapped: Callable[P, None] = with_appcontext(run)
    return wrapped


def school_named(name: str) -> School:
    """The school of this name; refused if there is none."""
    school = db.session.scalars(select(School).where(School.name == name)).first()
    if school is None:
        raise Refused(f"There is no school called “{name}”. See: flask school list")
    return school
