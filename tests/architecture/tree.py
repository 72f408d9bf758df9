"""The files of the project, as the architecture tests read them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MADE = {".git", ".venv", ".venv-node", ".browsers", "node_modules", "var", "__pycache__", ".hypothesis"}
"""Folders that are made, not written. `static/dist` is the one below the top."""
FEATURES = sorted(path.parent.name for path in (ROOT / "b2b").glob("*/rules.py"))
"""A package with rules of its own is a feature (or the jobs, which have the same anatomy)."""


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Return the written files with one of these endings (none: all), sorted."""
    found = []
    todo = [ROOT]
    while todo:
        for path in todo.pop().iterdir():
            if path.is_dir() and not path.is_symlink():
                made = path.name in MADE or path.name.endswith("_cache") or path == ROOT / "static" / "dist"
                todo += [] if made else [path]
            elif path.is_file() and (not endings or path.suffix in endings):
                found.append(path)
    return tuple(sorted(found))


def name(path: Path) -> str:
    """Return how a message names the file."""
    return path.relative_to(ROOT).as_posix()


def under(folder: str, *endings: str) -> list[Path]:
    """Return the written files below `folder` with one of these endings."""
    return [path for path in files(*endings) if name(path).startswith(f"{folder}/")]


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def module(path: Path) -> str:
    """Return the dotted name of a Python file: b2b.posts.service."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """Return the dotted names a file imports, also inside functions: `from a import b` gives a and a.b."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found
