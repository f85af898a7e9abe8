"""What an operator does on the command line; one module for each group of commands."""

from flask import Flask

from clubs.cli.audit import audit
from clubs.cli.clubs import clubs
from clubs.cli.demo import demo
from clubs.cli.doctor import doctor
from clubs.cli.keys import keys
from clubs.cli.mail import mail
from clubs.cli.meetings import meetings
from clubs.cli.people import people
from clubs.cli.school import school
from clubs.cli.tidy import tidy


def init_app(app: Flask) -> None:
    for command in (
        audit,
        clubs,
        demo,
        doctor,
        keys,
        mail,
        meetings,
        people,
        school,
        tidy,
    ):
        app.cli.add_command(command)
