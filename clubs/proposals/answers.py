"""The answers of a proposal that is not sent yet: they travel sealed, inside the form.

Nothing is kept on the server until it is sent, nothing is in the address, and nobody who
finds the page's source on a shared device can read more than the page shows.
"""

import base64
import json
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass, field

from clubs.db import new_id
from clubs.policy.viewer import Viewer
from clubs.seal import CannotOpen, seal

# What is kept of one answer while it travels; forms refuse what is longer than they allow.
_LONGEST = 3000
_SIZE = 2048

Page = dict[str, list[str]]


@dataclass
class Answers:
    """Words as typed, by page. `once` becomes the proposal's id: sent twice, made once."""

    once: str = field(default_factory=new_id)
    pages: dict[str, Page] = field(default_factory=dict)

    def keep(self, page: str, typed: Mapping[str, list[str]]) -> None:
        self.pages[page] = {
            name: [one[:_LONGEST] for one in values[:10]] for name, values in typed.items()
        }

    def first(self, page: str, name: str) -> str:
        return (self.pages.get(page, {}).get(name) or [""])[0]

    def sealed(self, viewer: Viewer) -> str:
        text = json.dumps({"once": self.once, "pages": self.pages}, ensure_ascii=False)
        body = seal().close(text, *_place(viewer), size=_SIZE)
        return base64.urlsafe_b64encode(body).decode()


def opened(viewer: Viewer, text: str) -> Answers | None:
    """The answers this viewer's own form carried; None for anything else."""
    try:
        body = base64.urlsafe_b64decode(text.encode())
        fields = json.loads(seal().open(body, *_place(viewer)))
    except (Error, CannotOpen, ValueError):
        return None
    return Answers(fields["once"], fields["pages"])


def _place(viewer: Viewer) -> tuple[str, str, str, str]:
    return viewer.school_id, "form", "proposal", viewer.person_id
