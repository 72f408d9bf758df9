"""What gets installed is exactly what was locked, wherever it is fetched from."""

import json
import re

import pytest

from tests.architecture.tree import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(.*)$")


def pins(lock):
    """Return {(name, marker): version} of a lock."""
    found = {}
    for line in lock.read_text().splitlines():
        if pin := PIN.match(line):
            found[pin[1], pin[3].rstrip(" \\").strip()] = pin[2]
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_of_a_lock_is_a_pin_a_hash_or_a_comment(lock):
    for line in lock.read_text().splitlines():
        assert re.match(r"^([a-z0-9][a-z0-9._-]*==\S+.*\\|    --hash=sha256:[0-9a-f]{64}( \\)?|    #.*)$", line), line
    assert lock.read_text().count("--hash=sha256:") >= len(pins(lock))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_no_path(lock):
    assert "://" not in lock.read_text()
    assert not re.search(r"--(?:index-url|extra-index-url|find-links|trusted-host)", lock.read_text())
    assert not re.search(r"# via .*?/(?!.*\.in\b)", lock.read_text())


def test_the_tests_run_on_exactly_what_a_site_runs_on():
    # A test tool may want a package on a machine where a site does not: the marker may be wider, the version not.
    run, test = (
        {(package, version) for (package, _), version in pins(ROOT / "requirements" / lock).items()}
        for lock in ("run.txt", "test.txt")
    )
    assert run <= test


def test_every_wish_is_locked():
    for wishes in (ROOT / "requirements").glob("*.in"):
        locked = {package for package, _ in pins(wishes.with_suffix(".txt"))}
        for line in wishes.read_text().splitlines():
            if wish := re.match(r"^([A-Za-z0-9][\w.-]*)", line):
                assert wish[1].lower().replace("_", "-") in locked, line


def test_the_packages_of_the_style_sheet_are_pinned_and_hashed():
    wanted = json.loads((ROOT / "assets" / "package.json").read_text())
    for version in {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+[\w.-]*", version)
    lock = json.loads((ROOT / "assets" / "package-lock.json").read_text())
    for place, package in lock["packages"].items():
        assert "resolved" not in package
        assert place == "" or package.get("link") or package["integrity"].startswith("sha512-"), place
