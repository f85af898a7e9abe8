"""What an operator does on the command line."""

from flask import Flask


def init_app(app: Flask) -> None:
    del app
