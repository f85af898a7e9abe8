"""What people type is kept as they meant it, without what could deceive a reader."""

import pytest

from clubs.web.forms import tidy_line, tidy_text


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("  Quiet   Heron ", "Quiet Heron"),
        ("one\ttwo", "one two"),
        ("two\r\nlines", "two lines"),
        ("nu\x00ll and \x1b[31mred", "null and [31mred"),
        ("admin\u202eevil", "adminevil"),
        ("\ufeffBOM", "BOM"),
        ("e\u0301cole", "école"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        (None, ""),
    ],
)
def test_a_line(typed: str | None, kept: str) -> None:
    assert tidy_line(typed) == kept


def test_a_text_keeps_its_lines() -> None:
    assert tidy_text("one\r\n\r\ntwo\u2066\n") == "one\n\ntwo"
