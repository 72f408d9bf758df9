"""What holds for every file: short, explained, and free of this or that machine."""

import ast
import re

from tests.architecture.tree import ROOT, files, name, tree, under

LONGEST = 300
WRITTEN = (
    ".py",
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".sh",
    ".txt",
    ".toml",
    ".yml",
    ".yaml",
    ".md",
    ".in",
    ".json",
    ".svg",
)
# Names of registries, spelled in parts so that this file passes its own test.
REGISTRIES = re.compile(
    "|".join([r"registry\.npm" + r"js", r"pypi\." + r"org", r"files\.python" + r"hosted", r"deb\." + r"debian\.org"])
)
MACHINE = re.compile(r"(?<![\w.:/~$}{*-])/(?:home|root|work|Users|opt|private)/[\w.-]+")
DATA = ("LICENSE", "assets/package-lock.json", "b2b/municipalities/data/", "requirements/")


def text(path):
    return path.read_text(encoding="utf-8")


def test_no_code_file_is_longer_than_300_lines():
    code = files(".py", ".html", ".css", ".js", ".mjs")
    assert not {name(path): lines for path in code if (lines := text(path).count("\n")) > LONGEST}


def test_every_module_says_what_it_is():
    # An empty __init__.py marks a package and says nothing; a migration's words are its first lines too.
    silent = [
        name(path)
        for path in under("b2b", ".py") + under("bin", ".py") + under("tests", ".py") + under("migrations", ".py")
        if tree(path).body and not ast.get_docstring(tree(path))
    ]
    assert not silent


def test_no_file_names_a_registry():
    assert not [name(path) for path in files(*WRITTEN) if REGISTRIES.search(text(path))]


def test_no_file_names_a_folder_of_one_machine():
    found = {name(path): MACHINE.findall(text(path)) for path in files(*WRITTEN) if not name(path).startswith(DATA)}
    assert not {file: paths for file, paths in found.items() if paths}


def test_no_file_promises_later_work():
    promise = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert not [
        name(path) for path in files(*WRITTEN) if not name(path).startswith(DATA) and promise.search(text(path))
    ]


def test_text_files_end_with_one_newline_and_have_no_tabs_or_carriage_returns():
    checked = [path for path in files(".py", ".html", ".css", ".mjs", ".md", ".toml", ".sh") if text(path)]
    assert not [name(path) for path in checked if not text(path).endswith("\n") or text(path).endswith("\n\n")]
    assert not [name(path) for path in checked if "\r" in text(path) or "\t" in text(path)]


def test_both_commands_are_executable_and_plain_shell():
    for command in ("bin/run", "bin/test"):
        path = ROOT / command
        assert path.stat().st_mode & 0o111 == 0o111
        assert text(path).startswith("#!/bin/sh\n")
