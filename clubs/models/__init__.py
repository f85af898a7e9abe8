"""Every table, one file per topic. Memberships are known through clubs.belonging alone."""

from clubs.models import (
    accounts as accounts,
)
from clubs.models import audit as audit
from clubs.models import clubs as clubs
from clubs.models import events as events
from clubs.models import gathering as gathering
from clubs.models import meetings as meetings
from clubs.models import notices as notices
from clubs.models import people as people
from clubs.models import review as review
from clubs.models import rooms as rooms
from clubs.models import screens as screens
from clubs.models import timetable as timetable
from clubs.models import uploads as uploads
