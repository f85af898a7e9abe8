"""What every page shares: door, session, security, throttle, errors, forms, words."""

from flask import Flask

from clubs.web import (
    accent,
    assets,
    door,
    errors,
    filters,
    health,
    page,
    security,
    session,
    transaction,
)


def init_app(app: Flask) -> None:
    """Set up, in the order in which a request meets them."""
    security.init_app(app)
    transaction.init_app(app)
    session.init_app(app)
    door.init_app(app)
    errors.init_app(app)
    assets.init_app(app)
    filters.init_app(app)
    page.init_app(app)
    app.register_blueprint(accent.bp)
    app.register_blueprint(health.bp)
