"""The two commands: what they install once, wait for, refuse and leave out."""

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import _assets
import _setup
import _test
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bare(tmp_path):
    """A PATH with a shell and what bin/run needs of it, and nothing else; add fake programs to it."""
    for program in ("sh", "dirname"):
        (tmp_path / program).symlink_to(shutil.which(program))
    return tmp_path


def fake(folder, name, script):
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


def run(command, path, **environment):
    return subprocess.run(
        ["/bin/sh", command], env={"PATH": str(path), **environment}, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("command", ["run", "test"])
def test_an_old_python_is_refused_with_a_sentence(bare, command):
    fake(bare, "python3", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    said = run(ROOT / "bin" / command, bare)
    assert said.returncode == 1
    assert "needs Python 3.11 or later; found: Python 3.9.2" in said.stderr


def test_a_machine_without_python_gets_a_sentence(bare):
    said = run(ROOT / "bin" / "run", bare)
    assert said.returncode == 1
    assert "no python3 on the PATH" in said.stderr


def test_a_newer_python_beside_an_old_one_is_found(bare):
    fake(bare, "python3", "exit 1")
    fake(bare, "python3.12", 'case "$1" in -c) exit 0;; *) echo "started $1"; exit 7;; esac')
    said = run(ROOT / "bin" / "run", bare)
    assert said.returncode == 7
    assert said.stdout == f"started {ROOT}/bin/_run.py\n"


def test_the_command_works_from_a_folder_with_spaces(bare, tmp_path):
    copy = tmp_path / "a folder with spaces" / "bin"
    copy.mkdir(parents=True)
    for name in ("run", "_python.sh"):
        shutil.copy(ROOT / "bin" / name, copy)
    fake(bare, "python3", 'case "$1" in -c) exit 0;; *) echo "$1"; exit 7;; esac')
    assert run(copy / "run", bare).stdout == f"{copy}/_run.py\n"


def test_a_fingerprint_knows_names_and_contents(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    before = _setup.fingerprint([one, two], tmp_path)
    assert _setup.fingerprint([two, one], tmp_path) == before
    one.write_text("b")
    two.write_text("a")
    assert _setup.fingerprint([one, two], tmp_path) != before
    one.write_text("a")
    two.write_text("b")
    assert _setup.fingerprint([one, two.rename(tmp_path / "three")], tmp_path) != before


def test_a_stamp_holds_for_one_value_only(tmp_path):
    stamp = tmp_path / "stamp"
    assert not _setup.stamped(stamp, "a")
    _setup.put_stamp(stamp, "a")
    assert _setup.stamped(stamp, "a")
    assert not _setup.stamped(stamp, "b")
    assert os.listdir(tmp_path) == ["stamp"]


def test_what_the_tests_install_is_enough_to_run(tmp_path, monkeypatch):
    for lock in ("run", "test"):
        (tmp_path / f"{lock}.txt").write_text(f"# nothing to {lock}\n")
    monkeypatch.setattr(_setup, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(_setup, "ROOT", tmp_path)
    site = _setup.Environment(tmp_path / "venv")
    site.fill("test", includes=["run"])
    assert site.works() and site.has("test") and site.has("run")
    (tmp_path / "run.txt").write_text("# something else to run\n")
    assert not site.has("run")
    site.fill("run")
    assert site.has("run") and not site.has("test")


def test_a_broken_environment_does_not_work(tmp_path):
    site = _setup.Environment(tmp_path / "venv")
    assert not site.works()
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "pyvenv.cfg").write_text("version = 2.7.1\n")
    site.python.symlink_to(sys.executable)
    assert not site.works()


def test_the_environment_of_these_tests_works():
    assert _setup.Environment(Path(sys.prefix)).works()


def test_a_failing_command_gives_our_sentence_and_its_last_words():
    with pytest.raises(_setup.Problem, match=r"(?s)It did not work\..*the reason"):
        _setup.call([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"], "It did not work.")


def test_two_starts_at_once_take_turns(tmp_path, capsys):
    order = []

    def second():
        with _setup.only_one(tmp_path):
            order.append("second")

    with _setup.only_one(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        time.sleep(0.2)
        order.append("first")
    other.join(timeout=10)
    assert order == ["first", "second"]
    assert "Waiting for it" in capsys.readouterr().err


def test_the_built_assets_depend_on_sources_and_templates_but_not_on_packages():
    sources = [path.relative_to(ROOT).as_posix() for path in _assets.sources()]
    assert "templates/layouts/base.html" in sources
    assert "assets/package-lock.json" in sources
    assert not [path for path in sources if "node_modules" in path]


@pytest.mark.parametrize(
    ("version", "good"), [("v18.20.0", False), ("v20.0.0", True), ("v24.1.0", True), ("?", False)]
)
def test_node_of_the_machine_is_used_when_it_is_new_enough(tmp_path, monkeypatch, version, good):
    fake(tmp_path, "node", f"echo {version}")
    fake(tmp_path, "npm", "")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    node = _assets.node_on_path()
    assert (node is not None and node.program == tmp_path / "node") is good


def test_node_without_npm_is_not_enough(tmp_path, monkeypatch):
    fake(tmp_path, "node", "echo v22.0.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _assets.node_on_path() is None


def test_tests_do_not_see_the_settings_of_an_installation(monkeypatch):
    monkeypatch.setenv("B2B_DATABASE_URL", "postgresql://somebody@production/b2b")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("B2B_STRICT", raising=False)
    found = _test.environment("/usr/bin/chromium")
    assert "B2B_DATABASE_URL" not in found
    assert "B2B_STRICT" not in found
    assert found["B2B_CHROMIUM"] == "/usr/bin/chromium"


def test_in_ci_nothing_may_be_skipped(monkeypatch):
    monkeypatch.setenv("CI", "true")
    assert _test.environment(None)["B2B_STRICT"] == "1"


def test_every_folder_with_tests_is_in_a_stage():
    staged = {word.removeprefix("tests/") for command in _test.STAGES.values() for word in command}
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")}
    assert folders <= staged


def test_a_stage_passes_its_output_on_and_keeps_its_closing_words(capfd):
    code = "print('= 3 passed, 1 skipped in 0.12s ='); raise SystemExit(5)"
    result = _test.run("unit", [sys.executable, "-c", code], dict(os.environ))
    assert (result.code, result.words) == (5, "3 passed, 1 skipped in 0.12s")
    assert "= 3 passed, 1 skipped in 0.12s =" in capfd.readouterr().out


def test_a_stage_ends_even_when_it_leaves_a_process_behind(capfd):
    code = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(15)'])"
    result = _test.run("load", [sys.executable, "-c", code], dict(os.environ))
    assert result.code == 0
    assert result.seconds < 10


def test_the_last_line_says_how_it_went(capsys):
    passed = _test.Result("unit", 0, 1.5, "9 passed in 1.2s")
    assert _test.close([passed], 61.0) == 0
    assert capsys.readouterr().out.endswith("All 1 stages passed in 1 min 1 s.\n")
    assert _test.close([passed, _test.Result("browser", 1, 2.0, "1 failed in 2.0s")], 5.0) == 1
    left = len(_test.STAGES) - 2
    assert f"browser failed; {left} later stages did not run." in capsys.readouterr().out
