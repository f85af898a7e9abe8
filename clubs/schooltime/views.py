"""Every page of the school's time; importing this makes the routes known."""

from clubs.schooltime import overview_pages as overview_pages
from clubs.schooltime.blueprint import bp as bp
