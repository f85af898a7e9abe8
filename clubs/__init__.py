"""Kindred: the site a school runs for its peer support networks."""

import sys

from flask import Flask, has_request_context, request
from flask_babel import Babel

from clubs import cli, seal, web
from clubs.accounts import views as accounts
from clubs.config import (
    PROJECT,
    Settings,
    SettingsError,
    on_command_line,
    read_settings,
)
from clubs.db import db, migrate
from clubs.demo import views as demo
from clubs.directory import views as directory
from clubs.events import views as events
from clubs.feeds import views as feeds
from clubs.meetings import views as meetings
from clubs.membership import views as membership
from clubs.proposals import views as proposals
from clubs.rooms import views as rooms
from clubs.roster import views as roster
from clubs.school import views as school
from clubs.schooltime import views as schooltime
from clubs.screen import views as screen
from clubs.today import views as today

LANGUAGES = ("en",)
# gunicorn tries again for ever unless a worker ends with this code.
_DO_NOT_TRY_AGAIN = 3


def start() -> Flask:
    """The site; or one sentence and an end, when it must not start."""
    try:
        return create_app()
    except (SettingsError, seal.KeysMissing) as refusal:
        sys.stderr.write(f"{refusal}\n")
        raise SystemExit(2 if on_command_line() else _DO_NOT_TRY_AGAIN) from None


def create_app(settings: Settings | None = None) -> Flask:
    """The site. Raises SettingsError or KeysMissing when it must not start."""
    settings = settings or read_settings()
    app = Flask(
        __name__,
        static_folder=str(PROJECT / "static"),
        template_folder=str(PROJECT / "templates"),
    )
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True, "pool_pre_ping": True},
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["keys_made"] = _load_keys(settings)
    db.init_app(app)
    migrate.init_app(app, db, directory=str(PROJECT / "clubs" / "migrations"))
    Babel(app, locale_selector=_language)
    web.init_app(app)
    _add_features(app)
    cli.init_app(app)
    return app


def _load_keys(settings: Settings) -> bool:
    """The keys, or a refusal to start. A trial makes its own key file: True if just now."""
    trial = not settings.production and not settings.keys
    made = trial and seal.write_new_keys(settings.key_path)
    try:
        seal.use(seal.load_ring(settings.keys, settings.key_path))
    except seal.KeysMissing:
        # `flask keys new` has to run before there are any; whatever needs one still stops.
        if not on_command_line():
            raise
    return made


def _language() -> str:
    if not has_request_context():
        return LANGUAGES[0]  # mail, and the command line
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def _add_features(app: Flask) -> None:
    """Everything the site is made of."""
    for feature in (
        accounts,
        demo,
        directory,
        events,
        feeds,
        meetings,
        membership,
        proposals,
        rooms,
        roster,
        school,
        schooltime,
        screen,
        today,
    ):
        app.register_blueprint(feature.bp)
