"""Migrations: one line of history, one idea each, without our own code."""

import ast
import re

from tests.architecture.tree import imports, name, tree, under

VERSIONS = under("migrations/versions", ".py")


def constant(path, wanted):
    for node in tree(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == wanted for target in targets):
            return ast.literal_eval(node.value)
    raise AssertionError(f"{name(path)} has no {wanted}")


def test_there_is_one_line_of_history():
    assert VERSIONS
    previous = None
    for path in VERSIONS:
        assert constant(path, "down_revision") == previous, name(path)
        previous = constant(path, "revision")


def test_a_migration_is_named_by_its_number_and_its_idea():
    for number, path in enumerate(VERSIONS, start=1):
        assert re.fullmatch(rf"{number:04}_[a-z0-9]+(_[a-z0-9]+)*", path.stem)
        assert constant(path, "revision") == f"{number:04}"


def test_a_migration_knows_nothing_of_our_code():
    """The code moves on; what a migration did stays."""
    for path in VERSIONS:
        assert not {used for used in imports(path) if used.split(".")[0] in ("b2b", "sqlmodel")}, name(path)


def test_a_migration_goes_up_and_down():
    for path in VERSIONS:
        functions = {node.name for node in tree(path).body if isinstance(node, ast.FunctionDef)}
        assert {"upgrade", "downgrade"} <= functions, name(path)
