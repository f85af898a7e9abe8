"""Pages of this feature."""

from clubs.screen import admin_pages as admin_pages
from clubs.screen import show_pages as show_pages
from clubs.screen.blueprint import bp as bp
