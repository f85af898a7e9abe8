"""What waits in the personas' boxes, and the school's record of what was decided."""

from collections.abc import Iterable

from clubs import audit, notices
from clubs.demo.filling.history import History
from clubs.demo.filling.place import Place
from clubs.demo.filling.words import NOTICES
from clubs.policy.viewer import Viewer, viewer_of_person


def tell_personas(place: Place) -> None:
    for key, club_key, words in NOTICES if place.first else ():
        club = place.clubs[club_key].row if club_key else None
        notices.tell(place.school.id, place.people.personas[key], words, club)


def record(histories: Iterable[History]) -> None:
    """One entry for each decision, as if it had been made on the pages."""
    known: dict[str, Viewer | None] = {}
    entries = [entry for history in histories for entry in history.recorded()]
    for entry in sorted(entries, key=lambda entry: entry.on_date):
        if entry.staff_id not in known:
            known[entry.staff_id] = viewer_of_person(entry.staff_id)
        viewer = known[entry.staff_id]
        if viewer is not None:
            audit.record(viewer, entry.act, entry.subject, entry.words)
