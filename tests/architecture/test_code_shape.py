"""What the code may look like: sizes, names, comments, errors."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.sources import (
    all_modules,
    name_of,
    site_modules,
    templates,
    text_of,
    tree_of,
)

LONGEST_FILE = 300
MEDIAN_FILE = 60
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "stuff"}
VAGUE_BEGINNINGS = ("get_", "handle_", "process_", "do_")
# What SQLAlchemy and html.parser call the methods they ask for.
ASKED_FOR = {
    "process_bind_param",
    "process_result_value",
    "process_formdata",
    "process_data",
    "handle_data",
    "handle_starttag",
    "handle_endtag",
    "handle_startendtag",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(path: Path) -> list[Function]:
    return [n for n in ast.walk(tree_of(path)) if isinstance(n, Function)]


def lines_of(path: Path) -> int:
    return len(text_of(path).splitlines())


def places(found: Callable[[Path], list[str]], paths: list[Path]) -> list[str]:
    return [f"{name_of(path)}: {what}" for path in paths for what in found(path)]


def test_no_file_is_longer_than_300_lines() -> None:
    long = [p for p in [*all_modules(), *templates()] if lines_of(p) > LONGEST_FILE]
    assert [f"{name_of(p)}: {lines_of(p)}" for p in long] == []


def test_half_of_the_files_have_fewer_than_60_lines() -> None:
    assert median(lines_of(path) for path in site_modules()) < MEDIAN_FILE


def test_functions_fit_on_a_screen() -> None:
    def long(path: Path) -> list[str]:
        return [f.name for f in functions_in(path) if length(f) > LONGEST_FUNCTION]

    def length(function: Function) -> int:
        return (function.end_lineno or function.lineno) - function.lineno + 1

    assert places(long, all_modules()) == []


def test_names_say_what_they_are() -> None:
    def vague(path: Path) -> list[str]:
        parts = set(re.split(r"[_/.]", name_of(path))) & VAGUE
        names = {f.name for f in functions_in(path)} - ASKED_FOR
        return sorted(parts | {n for n in names if n.startswith(VAGUE_BEGINNINGS)})

    assert places(vague, site_modules()) == []


@pytest.mark.parametrize("path", all_modules(), ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)) or not text_of(path)


def test_a_type_is_only_ignored_with_its_code_and_a_reason() -> None:
    bare = re.compile(r"# type: ignore(?!\[[a-z, -]+\]\s+# \S)")  # this one is a pattern

    def found(path: Path) -> list[str]:
        return [] if path == Path(__file__) else bare.findall(text_of(path))

    assert places(found, all_modules()) == []


def test_errors_are_named_and_never_swallowed() -> None:
    def swallowed(path: Path) -> list[str]:
        handlers = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ExceptHandler)]
        return [f"line {h.lineno}" for h in handlers if catches_all(h) or says_nothing(h)]

    def catches_all(handler: ast.ExceptHandler) -> bool:
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        broad = {"Exception", "BaseException"}
        return any(k is None or (isinstance(k, ast.Name) and k.id in broad) for k in kinds)

    def says_nothing(handler: ast.ExceptHandler) -> bool:
        return all(isinstance(line, ast.Pass) for line in handler.body)

    assert places(swallowed, all_modules()) == []
