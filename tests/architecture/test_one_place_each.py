"""Time, chance, keys, HTML and SQL each come from one place."""

import ast
import re
from pathlib import Path

from tests.architecture.sources import (
    dotted,
    imported,
    name_of,
    site_modules,
    templates,
    text_of,
    tree_of,
)

ASKS_THE_TIME = re.compile(
    r"^(?:.*\.)?(?:datetime\.(?:now|utcnow|today)|date\.today|time\.(?:time|time_ns|localtime"
    r"|gmtime))$"
)
CHANCE = {"random", "uuid"}
# Each of these makes HTML from values it has checked or escaped itself.
MAKES_HTML = {
    "clubs/web/markdown.py": "people's text, after nh3",
    "clubs/web/pattern.py": "a club's pattern: numbers and class names of ours",
    "clubs/web/filters.py": "times and words, escaped",
}
SAYS_SAFE = {"templates/layout/icons.html"}  # drawings of ours, written in that file


def calls_in(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]


def test_only_the_clock_asks_the_time() -> None:
    asked = [
        f"{name_of(path)}:{call.lineno}"
        for path in site_modules()
        if name_of(path) != "clubs/clock.py"
        for call in calls_in(path)
        if ASKS_THE_TIME.match(dotted(call.func))
    ]
    assert asked == []


def test_chance_comes_from_secrets() -> None:
    drawn = [
        name_of(path)
        for path in site_modules()
        if not name_of(path).startswith("clubs/demo/") and imported(path) & CHANCE
    ]
    assert drawn == []


def test_only_config_reads_the_environment() -> None:
    reading = re.compile(r"\bos\.(?:environ|getenv)\b")
    readers = [name_of(path) for path in site_modules() if reading.search(text_of(path))]
    # create_app asks whether Flask's command line started it; that isn't a setting.
    assert set(readers) <= {"clubs/config.py", "clubs/__init__.py"}


def test_html_is_made_in_few_known_places() -> None:
    makers = {name_of(p) for p in site_modules() if "markupsafe.Markup" in imported(p)}
    assert makers <= set(MAKES_HTML)


def test_no_template_switches_escaping_off() -> None:
    off = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false")
    sayers = {name_of(path) for path in templates() if off.search(text_of(path))}
    assert sayers <= SAYS_SAFE


def test_templates_are_files() -> None:
    sayers = [name_of(p) for p in site_modules() if "render_template_string" in text_of(p)]
    assert sayers == []


def test_sql_is_never_put_together_from_strings() -> None:
    glued = [
        f"{name_of(path)}:{call.lineno}"
        for path in site_modules()
        if name_of(path) != "clubs/db.py"  # its PRAGMAs take no parameters
        for call in calls_in(path)
        if is_sql(call, path) and not is_fixed(call.args[0])
    ]
    assert glued == []


def is_sql(call: ast.Call, path: Path) -> bool:
    name = dotted(call.func)
    as_text = name == "text" and "sqlalchemy.text" in imported(path)
    return bool(call.args) and (as_text or name.endswith(".exec_driver_sql"))


def is_fixed(words: ast.expr) -> bool:
    """Whether a string is written here, or put together from CONSTANTS only."""
    if isinstance(words, ast.JoinedStr):
        return all(is_fixed(part) for part in words.values)
    if isinstance(words, ast.FormattedValue):
        return is_fixed(words.value)
    return isinstance(words, ast.Constant) or (
        isinstance(words, ast.Name) and words.id.isupper()
    )


def test_services_leave_the_commit_to_the_request() -> None:
    committing = [
        f"{name_of(path)}:{call.lineno}"
        for path in site_modules()
        if path.stem in ("services", "queries", "views", "forms")
        for call in calls_in(path)
        if dotted(call.func).endswith("session.commit")
    ]
    assert committing == []
