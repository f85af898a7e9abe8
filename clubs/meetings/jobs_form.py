"""The form in which those who run a club say what there is to do at a meeting."""

from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import BooleanField, Field, ValidationError
from wtforms.validators import Length

from clubs.meetings.naming_jobs import LONGEST, MOST_JOBS
from clubs.web.forms import Form, Text, tidy_line
from clubs.web.forms import lazy_words as _l

_LONGEST_TEXT = MOST_JOBS * (LONGEST + 40)


class JobsForm(Form):
    """One job a line; an empty text is a meeting without jobs."""

    jobs = Text(
        _l("Jobs, one on each line"),
        [Length(max=_LONGEST_TEXT, message=_l("Use at most %(max)d characters."))],
    )
    later = BooleanField(_l("The same jobs at all later meetings of this series"))

    @property
    def names(self) -> list[str]:
        lines = map(tidy_line, (self.jobs.data or "").splitlines())
        return [line for line in lines if line]

    def validate_jobs(self, field: Field) -> None:
        if len(self.names) > MOST_JOBS:
            most = ngettext(
                "At most %(num)d job.", "At most %(num)d jobs for one meeting.", MOST_JOBS
            )
            raise ValidationError(most)
        if any(len(name) > LONGEST for name in self.names):
            words = _("Use at most %(most)s characters for one job.", most=LONGEST)
            raise ValidationError(words)
        if len({name.casefold() for name in self.names}) < len(self.names):
            raise ValidationError(
                _("Give each job another name, such as “Set-up 1” and “Set-up 2”.")
            )


def suggested() -> str:
    """What most meetings can use, to begin with."""
    return "\n".join([_("Greeter"), _("Set-up"), _("Snacks")])
