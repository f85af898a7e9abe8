"""Pages of this feature."""

from clubs.school import clubs_pages as clubs_pages
from clubs.school import desk_pages as desk_pages
from clubs.school import district_pages as district_pages
from clubs.school import record_pages as record_pages
from clubs.school import settings_pages as settings_pages
from clubs.school.blueprint import bp as bp
