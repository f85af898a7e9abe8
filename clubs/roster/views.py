"""Pages of this feature."""

from clubs.roster import import_clubs_pages as import_clubs_pages
from clubs.roster import import_people_pages as import_people_pages
from clubs.roster import people_pages as people_pages
from clubs.roster import person_pages as person_pages
from clubs.roster.blueprint import bp as bp
