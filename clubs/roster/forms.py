"""Forms for files, and for what happens to accounts."""

from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, HiddenField

from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l


class FileForm(Form):
    file = FileField(_l("File"), [FileRequired(_l("Choose a file first."))])

    @property
    def chosen(self) -> FileStorage:
        chosen: FileStorage = self.file.data
        return chosen


class RosterForm(FileForm):
    whole = BooleanField(
        _l("Bring in every school of the file"),
        description=_l("For a district’s file. Schools that are not here yet are added."),
    )


class ApplyForm(Form):
    """`seen` is what the preview showed, so that nothing else is applied."""

    seen = HiddenField()
    many_leave = BooleanField(_l("It is meant that so many people leave"))
