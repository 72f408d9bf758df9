"""Which way imports run, where the contracts of pyproject.toml cannot say it, and that those contracts bite."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from tests.architecture.tree import ROOT, imports, module, name, tree, under

CODE = under("b2b", ".py")
# A library with a trap is behind one door; elsewhere nobody needs to know it.
DOORS = {
    "flask_login": ("b2b.accounts",),
    "bleach": ("b2b.core.text",),
    "flask_htmx": ("b2b.web",),
    "flask_limiter": ("b2b.web",),
    "babel": ("b2b.web", "b2b.cli"),
    "alembic": ("b2b.cli",),
    "smtplib": ("b2b.notifications",),
    "shapely": ("b2b.municipalities.importer",),
    "cryptography": ("b2b.core.crypto",),
    "pywebpush": ("b2b.notifications",),
    "waitress": ("b2b.cli",),
    "granian": ("b2b.cli",),
    "aiosmtpd": ("b2b.cli", "b2b.notifications"),
}
FLASK = ("flask", "flask_wtf", "wtforms", "werkzeug")
MAY_KNOW_FLASK = ("b2b.web", "b2b.api", "b2b.cli", "b2b.factory", "b2b.features", "b2b.accounts.login")
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def inside(dotted, *packages):
    return any(dotted == package or dotted.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("library", DOORS)
def test_a_library_with_a_trap_is_behind_one_door(library):
    users = [path for path in CODE if any(inside(imported, library) for imported in imports(path))]
    assert not [name(path) for path in users if not inside(module(path), *DOORS[library])]


def test_only_views_forms_and_the_web_know_flask():
    found = {}
    for path in CODE:
        part = [*module(path).split("."), "", ""][2]
        if part in ("views", "forms") or inside(module(path), *MAY_KNOW_FLASK):
            continue
        found[name(path)] = {used for used in imports(path) if inside(used, *FLASK)}
    assert not {file: used for file, used in found.items() if used}


def test_a_features_models_are_its_own():
    """Others use its service and queries; privacy and insights read everything, tables only registers."""
    found = {}
    for path in CODE:
        if inside(module(path), "b2b.privacy", "b2b.insights", "b2b.tables"):
            continue
        own = ".".join(module(path).split(".")[:2])
        models = {used for used in imports(path) if used.split(".")[2:3] == ["models"] and used.startswith("b2b.")}
        found[name(path)] = {used for used in models if not inside(used, own)}
    assert not {file: used for file, used in found.items() if used}


def calls(path, method):
    return [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def test_one_place_commits():
    assert not [name(path) for path in CODE if module(path) != "b2b.core.db" and calls(path, "commit")]


def test_every_flush_says_why_on_its_line():
    silent = []
    for path in CODE:
        lines = path.read_text(encoding="utf-8").splitlines()
        for call in calls(path, "flush"):
            ours = isinstance(call.func.value, ast.Name) and call.func.value.id == "work"
            if ours and "#" not in lines[call.end_lineno - 1]:
                silent.append(f"{name(path)}:{call.lineno}")
    assert not silent


def test_services_read_no_request_and_send_nothing():
    for path in CODE:
        if module(path).split(".")[2:3] == ["service"]:
            assert not {used for used in imports(path) if inside(used, "flask", "smtplib", "urllib.request")}, name(
                path
            )


def test_foreign_keys_are_strings_and_no_relationship_crosses_features():
    for path in CODE:
        assert "sqlmodel.Relationship" not in imports(path), name(path)


def lint(folder):
    return subprocess.run([sys.executable, "-c", LINT, "--no-cache"], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def model(tmp_path):
    """A model of b2b: every floor of the contracts, one feature with its whole anatomy, no code."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = re.findall(r"\w+", " ".join(contracts[0]["layers"]))
    anatomy = re.findall(r"\w+", " ".join(contracts[1]["layers"]))
    for package in floors:
        (tmp_path / "b2b" / package).mkdir(parents=True)
        (tmp_path / "b2b" / package / "__init__.py").touch()
    for part in (*anatomy, "lifecycle", "errors"):
        (tmp_path / "b2b" / ("core" if part in ("lifecycle", "errors") else "posts") / f"{part}.py").touch()
    (tmp_path / "b2b" / "__init__.py").touch()
    return tmp_path


def test_the_import_contracts_accept_a_sound_model(model):
    said = lint(model)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("core/clock.py", "import b2b.web", "layers"),
        ("posts/service.py", "import b2b.agreements", "layers"),
        ("api/__init__.py", "import b2b.reactions", "layers"),
        ("stray.py", "", "layers"),
        ("posts/rules.py", "import b2b.posts.models", "anatomy"),
        ("posts/service.py", "import b2b.posts.forms", "anatomy"),
        ("posts/rules.py", "import sqlalchemy", "pure"),
        ("authz/policy.py", "import flask", "pure"),
        ("posts/models.py", "import flask", "no-flask-below"),
        ("posts/views.py", "import sqlmodel", "no-sql-above"),
    ],
)
def test_the_import_contracts_bite(model, file, line, contract):
    contracts = tomllib.loads((model / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    wanted = next(one["name"] for one in contracts if one["id"] == contract)
    with (model / "b2b" / file).open("a") as target:
        target.write(f"{line}\n")
    said = lint(model)
    assert said.returncode != 0
    assert f"{wanted} BROKEN" in " ".join(said.stdout.split())
