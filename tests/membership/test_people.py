"""Who sees who belongs, and by which name: the ladder, on the page."""

from collections.abc import Callable

import pytest

from clubs.models.clubs import Step
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
NAME, HANDLE, NOTHING = "name", "handle", "nothing"


@pytest.mark.parametrize(
    "step, stranger, member, leader, sponsor",
    [
        (Step.OPEN, NOTHING, NAME, NAME, NAME),
        (Step.PRIVATE, NOTHING, HANDLE, HANDLE, HANDLE),
        (Step.CONFIDENTIAL, NOTHING, NOTHING, HANDLE, HANDLE),
        (Step.UNLISTED, NOTHING, NOTHING, HANDLE, HANDLE),
    ],
    ids=str,
)
def test_people_are_seen_as_the_ladder_says(
    build: Builder,
    visitor: Visit,
    step: Step,
    stranger: str,
    member: str,
    leader: str,
    sponsor: str,
) -> None:
    seen = {"stranger": stranger, "member": member, "leader": leader, "sponsor": sponsor}
    people = {
        "stranger": build.student(),
        "member": build.student(),
        "leader": build.student(),
        "sponsor": build.staff(),
    }
    club = build.club(step, leader=people["leader"], sponsor=people["sponsor"])
    build.member(club, people["member"])
    other = build.student(given_name="Ottoline", family_name="Quill")
    build.member(club, other, handle="Copper Wren")
    for who, person in people.items():
        hidden = 404 if step is Step.UNLISTED and who == "stranger" else 403
        expect = hidden if seen[who] == NOTHING else 200
        text = visitor(person).get(f"/c/{club.id}/people", expect=expect).text
        assert ("Ottoline Quill" in text) is (seen[who] == NAME)
        assert ("Copper Wren" in text) is (seen[who] == HANDLE)
