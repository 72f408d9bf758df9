"""The documentation says what the code does, and its links lead somewhere."""

import ast
import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, files, name, tree

PAPERS = files(".md")
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))


def read(file):
    return (ROOT / file).read_text(encoding="utf-8")


def settings():
    """Yield (name, docstring) of every setting, as config.py spells them."""
    body = next(
        n for n in tree(ROOT / "b2b/config.py").body if isinstance(n, ast.ClassDef) and n.name == "Settings"
    ).body
    for field, words in zip(body, [*body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign):
            said = isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant) and words.value.value
            yield field.target.id, said


def test_every_setting_explains_itself():
    assert [setting for setting, words in settings() if not words] == []


def test_every_setting_is_in_the_operators_handbook():
    handbook = read("docs/operations.md")
    assert not [setting for setting, _ in settings() if f"`B2B_{setting.upper()}`" not in handbook]


def test_the_handbook_names_no_setting_that_is_gone():
    known = {f"B2B_{setting.upper()}" for setting, _ in settings()} | {"B2B_STRICT", "B2B_CHROMIUM", "B2B_PYTHON"}
    for paper in PAPERS:
        named = set(re.findall(r"\bB2B_[A-Z_]+[A-Z]\b", paper.read_text(encoding="utf-8")))
        assert named <= known, name(paper)


def test_the_floors_in_the_architecture_page_are_those_that_are_checked():
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    floors = [floor.replace("(", "").replace(")", "") for floor in contracts[0]["layers"]]
    drawn = re.search(r"```floors\n(.*?)```", read("docs/architecture.md"), re.DOTALL)
    assert drawn and drawn[1].split("\n")[:-1] == floors


@pytest.mark.parametrize("paper", PAPERS, ids=name)
def test_every_link_leads_to_a_file(paper):
    for target in re.findall(r"\]\(([^)\s]+)\)", paper.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:|#", target):
            assert (paper.parent / target.partition("#")[0]).exists(), target


def test_decisions_are_numbered_and_complete():
    numbers = [path.name[:5] for path in DECISIONS]
    assert len(set(numbers)) == len(numbers) and all(re.fullmatch(r"\d{4}-", number) for number in numbers)
    for path in DECISIONS:
        for part in ("## Context", "## Decision", "## Status", "## Consequences"):
            assert f"\n{part}\n" in path.read_text(encoding="utf-8"), f"{path.name} has no {part}"


def test_every_decision_is_in_the_index():
    index = read("docs/architecture.md")
    assert not [path.name for path in DECISIONS if f"adr/{path.name}" not in index]


def test_a_decision_that_code_points_to_exists():
    numbers = {path.name[:4] for path in DECISIONS}
    for path in files(".py", ".html", ".css", ".mjs", ".md"):
        for number in re.findall(r"\bADR (\d{4})\b", path.read_text(encoding="utf-8")):
            assert number in numbers, f"{name(path)} points to ADR {number}"
