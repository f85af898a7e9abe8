"""The site, as gunicorn and Flask's command line find it."""

from clubs import start

app = start()
