"""Every page of the school's time; importing this makes the routes known."""

from clubs.schooltime import bells_pages as bells_pages
from clubs.schooltime import calendar_pages as calendar_pages
from clubs.schooltime import import_pages as import_pages
from clubs.schooltime import kind_pages as kind_pages
from clubs.schooltime import overview_pages as overview_pages
from clubs.schooltime import term_pages as term_pages
from clubs.schooltime import week_pages as week_pages
from clubs.schooltime.blueprint import bp as bp
