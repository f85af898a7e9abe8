"""Every page about rooms; importing this makes the routes known."""

from clubs.rooms import block_pages as block_pages
from clubs.rooms import bring_pages as bring_pages
from clubs.rooms import edit_pages as edit_pages
from clubs.rooms import request_pages as request_pages
from clubs.rooms import room_pages as room_pages
from clubs.rooms.blueprint import bp as bp
