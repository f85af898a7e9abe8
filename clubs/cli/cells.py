"""Cells of tables that people open in a spreadsheet."""

# What a spreadsheet takes for the beginning of a formula (OWASP ASVS 5.0, 1.2.10).
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\0")


def safe(value: object) -> str:
    """The value as text that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text
