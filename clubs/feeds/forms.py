"""The one form of calendars: what to do with an address."""

from wtforms import HiddenField

from clubs.feeds.services import Wish
from clubs.web.forms import Form


class AddressForm(Form):
    go = HiddenField()

    @property
    def wish(self) -> Wish | None:
        """What was pressed; None for anything no button of ours sends."""
        return Wish(self.go.data) if self.go.data in list(Wish) else None
