"""What a meeting's page says of coming and of jobs, as far as its viewer may know."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.meetings import coming
from clubs.meetings.jobs import Job, jobs_of
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting
from clubs.policy.ladder import Eye, People, sight
from clubs.policy.permissions import Decision
from clubs.policy.permissions import gathering as may
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class ComingShown:
    """Two queries' worth. `how_many` None is fewer than ten, or not for the viewer."""

    comes: bool
    may_come: Decision
    runs: bool
    how_many: int | None
    jobs: Sequence[Job]
    may_take: Decision
    may_name: Decision
    who_sees_jobs: str

    @property
    def has_job(self) -> bool:
        return any(one.mine for one in self.jobs)


def coming_shown(
    viewer: Viewer, club: Club, meeting: Meeting, *, comes: bool
) -> ComingShown:
    """`comes` is known from loading the meeting; one more query, two for who runs it."""
    return ComingShown(
        comes=comes,
        may_come=may.may_come(viewer, club, meeting),
        runs=may.may_see_how_many(viewer, club.id),
        how_many=coming.how_many(viewer, meeting),
        jobs=jobs_of(viewer, club, meeting),
        may_take=may.may_take_job(viewer, club, meeting),
        may_name=may.may_name_jobs(viewer, club, meeting),
        who_sees_jobs=who_sees_jobs(club.step),
    )


def who_sees_jobs(step: Step) -> str:
    """Who sees who has a job, from the ladder itself."""
    members = sight(step, Eye.MEMBER).people
    if members is People.NAMES:
        return _("Everybody in the club sees your name beside the job.")
    if members is People.HANDLES:
        return _("Everybody in the club sees your handle beside the job, not your name.")
    return _(
        "Its leaders and its sponsor see your handle beside the job, not your name. "
        "Other members see only that somebody does it."
    )
