"""The site, as gunicorn and Flask's command line find it."""

from clubs import create_app

app = create_app()
