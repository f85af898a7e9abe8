"""docs/settings.md lists the settings the site reads: these, all of them, no others."""

import dataclasses
import re

from clubs.config import Settings
from tests.architecture.sources import PROJECT

# A row of the table: | `NAME` | default | what it does |
ROW = re.compile(r"^\|\s*`([A-Z][A-Z0-9_]+)`\s*\|(.+)\|\s*$", re.MULTILINE)


def rows() -> dict[str, str]:
    text = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    return dict(ROW.findall(text))


def test_every_setting_is_in_the_table_and_nothing_else() -> None:
    read = [field.metadata["env"] for field in dataclasses.fields(Settings)]
    assert sorted(rows()) == sorted(read)


def test_the_table_explains_each_setting_in_the_same_words() -> None:
    documented = rows()
    different = [
        field.metadata["env"]
        for field in dataclasses.fields(Settings)
        if field.metadata["help"] not in documented.get(field.metadata["env"], "")
    ]
    assert different == []
