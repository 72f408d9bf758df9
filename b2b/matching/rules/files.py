"""Where the words live: readable files in `b2b/matching/data`. Pure but for reading them once."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


def lines_of(name: str) -> list[str]:
    """Return the lines of a data file without blank ones and without remarks (# at the start)."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def lexicon_files() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return (category, concepts as written) for every file of the lexicon, in the order of their names."""
    found = sorted((DATA / "lexicon").glob("*.toml"))
    return tuple((path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in found)


def sentences() -> Iterator[tuple[str, str]]:
    """Yield (concept, sentence) of all training text, in the order of the files."""
    for path in sorted((DATA / "sentences").glob("*.txt")):
        concept = ""
        for line in lines_of(f"sentences/{path.name}"):
            if line.startswith("[") and line.endswith("]"):
                concept = line[1:-1]
            else:
                yield concept, line
