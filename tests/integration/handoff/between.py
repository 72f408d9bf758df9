"""Prism between us and the register: it holds each call and each answer against the published description."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
from _assets import ASSETS, node_from_wheel, node_on_path

from tests.provider.real import free_port
from tests.requirements import missing

SHARED = Path(__file__).parents[4] / "shared"
DESCRIPTION = SHARED / "data/openklant-klantinteracties.yaml"
PREPARE = SHARED / "tools/prism_prep_spec.py"
PRISM = ASSETS / "test/node_modules/@stoplight/prism-cli/dist/index.js"
PATIENCE = 60
BEGINS = re.compile(r"\[HTTP SERVER\] (\w+) (\S+) .*Request received")
SAYS = re.compile(r"Violation: (request|response)\S* (.+)")


@dataclass
class Exchange:
    """One call and its answer, with what the description does not allow in each."""

    method: str
    path: str
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)


@dataclass
class Between:
    """A running Prism: the address that passes on to the register, and what it wrote down."""

    address: str
    log: Path

    def exchanges(self) -> list[Exchange]:
        """Return each call that passed, in order."""
        found: list[Exchange] = []
        for line in self.log.read_text("utf-8").splitlines():
            if begins := BEGINS.search(line):
                found.append(Exchange(begins[1].upper(), begins[2]))
            elif says := SAYS.search(line):
                (found[-1].asked if says[1] == "request" else found[-1].answered).append(says[2])
        return found


def prepared(folder: Path) -> Path:
    """Return the description as Prism can read it; skip aloud where it is not at hand, in CI too: it is not ours to hand on."""
    if not (DESCRIPTION.exists() and PREPARE.exists()):
        pytest.skip("NOT CHECKED: the description of Open Klant's API is missing (../shared/data).")
    clean = folder / "openklant.yaml"
    subprocess.run([sys.executable, PREPARE, DESCRIPTION, clean], check=True)
    return clean


@contextmanager
def prism(description: Path, upstream: str, log: Path) -> Iterator[Between]:
    """Run Prism before `upstream` while the block runs."""
    if not PRISM.exists():
        missing("Prism (npm)")
    node, port = node_on_path() or node_from_wheel(), free_port()
    command = [node.program, PRISM, "proxy", "-h", "127.0.0.1", "-p", str(port), description, upstream]
    between = Between(f"http://127.0.0.1:{port}", log)
    with (
        log.open("w", encoding="utf-8") as written,
        subprocess.Popen([str(part) for part in command], stdout=written, stderr=written) as process,
    ):
        try:
            _wait(between.address)
            yield between
        finally:
            process.kill()


def _wait(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            httpx2.get(address, trust_env=False)
            return
        except httpx2.HTTPError:
            assert time.monotonic() < until, "Prism did not start"
            time.sleep(0.2)
