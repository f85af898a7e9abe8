"""The project's own files, as text and as syntax trees."""

import ast
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MIGRATIONS = PROJECT / "clubs" / "migrations"


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path), filename=name_of(path))


def site_modules() -> list[Path]:
    """The site's own modules, without the migrations."""
    found = sorted((PROJECT / "clubs").rglob("*.py"))
    return [path for path in found if MIGRATIONS not in path.parents]


def all_modules() -> list[Path]:
    return [PROJECT / "app.py", *site_modules(), *sorted((PROJECT / "tests").rglob("*.py"))]


def templates() -> list[Path]:
    return sorted((PROJECT / "templates").rglob("*.html"))


def dotted(node: ast.expr) -> str:
    """`datetime.now` for the syntax of it; empty for anything that isn't names and dots."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


def imported(path: Path) -> set[str]:
    """Everything a module imports, as dotted names."""
    names: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names
