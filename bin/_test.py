"""The stages of bin/test: quick checks first, a browser and many clients last; stops at the first that fails."""

import os
import re
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from _assets import ASSETS, install_npm, node_from_wheel, node_on_path, prepare_assets
from _browser import chromium
from _setup import REQUIREMENTS, ROOT, Environment, Problem, only_one, prepare_python, say

PYTEST = ("-m", "pytest", "-W", "error")
BOTH_CORES = ("-n", "2")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# Where the tests differ by folder, this is the order: what fails fast and often goes first.
STAGES = {
    "lint": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", LINT_IMPORTS, "--no-logo"),
    "unit and architecture": (*PYTEST, *BOTH_CORES, "tests/unit", "tests/architecture"),
    "integration and web": (*PYTEST, *BOTH_CORES, "tests/integration", "tests/web"),
    # A file has one site that its tests share: it is not divided.
    "browser": (*PYTEST, *BOTH_CORES, "--dist", "loadfile", "tests/browser"),
    "load": (*PYTEST, "tests/load"),
}
SUMMARY = re.compile(r"\d+ (?:passed|failed|error|skipped)[^\n]*? in [\d.]+s")
OWN = ("B2B_STRICT", "B2B_CHROMIUM", "B2B_PYTHON")


@dataclass(frozen=True)
class Result:
    """How one stage went: its exit code, seconds, and pytest's closing words where there are any."""

    name: str
    code: int
    seconds: float
    words: str

    def __str__(self) -> str:
        verdict = "ok" if self.code == 0 else "FAILED"
        return f"  {self.name:<22}{self.seconds:7.1f} s  {verdict:<7} {self.words}".rstrip()


def environment(browser: str | None) -> dict[str, str]:
    """Return the environment of the tests: the caller's, less settings of an installation that is not theirs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("B2B_") or name in OWN}
    if kept.get("CI", "").lower() in ("1", "true", "yes"):
        kept["B2B_STRICT"] = "1"
    if browser:
        kept["B2B_CHROMIUM"] = browser
    return kept


def prepare() -> tuple[Environment, str | None]:
    """Install the tests' packages, build the assets, find a browser."""
    with only_one(REQUIREMENTS):
        site = prepare_python("test")
        prepare_assets()
        if (ASSETS / "test" / "package-lock.json").exists():
            install_npm(node_on_path() or node_from_wheel(), ASSETS / "test")
        return site, chromium()


def run(name: str, command: list[str | Path], env: dict[str, str]) -> Result:
    """Run one stage with its output passed through as it comes."""
    say(f"\n=== {name} ===")
    started = time.monotonic()
    reading, writing = os.pipe()
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=writing, stderr=writing) as process:
        os.close(writing)
        seen = pass_through(reading, process)
    os.close(reading)
    closing = SUMMARY.findall(re.sub(r"\x1b\[[\d;]*m", "", seen.decode(errors="replace")))
    return Result(name, process.returncode, time.monotonic() - started, closing[-1] if closing else "")


def pass_through(reading: int, process: subprocess.Popen[bytes]) -> bytes:
    """Copy what the stage says to our own output; return the end of it.

    Ends with the stage, even when that left a process behind which still holds the pipe.
    """
    seen = b""
    while True:
        if select.select([reading], [], [], 0.5)[0]:
            chunk = os.read(reading, 65536)
            if not chunk:
                return seen
            os.write(sys.stdout.fileno(), chunk)
            seen = (seen + chunk)[-20_000:]
        elif process.poll() is not None:
            return seen


def main(arguments: list[str]) -> int:
    """Run every stage, or one pytest with `arguments`; return the exit code for the shell."""
    started = time.monotonic()
    try:
        site, browser = prepare()
        env = environment(browser)
        colour = ["--color=yes"] if sys.stdout.isatty() else []
        if arguments:
            return run("pytest", [site.python, *PYTEST, *colour, *arguments], env).code
        results = []
        for name, command in STAGES.items():
            results.append(run(name, [site.python, *command, *(colour if "pytest" in command else [])], env))
            if results[-1].code:
                break
    except Problem as problem:
        say(f"\n{problem}")
        return 1
    except KeyboardInterrupt:
        return 130
    return close(results, time.monotonic() - started)


def close(results: list[Result], seconds: float) -> int:
    """Print one line per stage and a last line that says it all; return the exit code."""
    print("\n=== bin/test ===", *results, sep="\n")
    minutes = f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
    if results[-1].code:
        left = len(STAGES) - len(results)
        print(f"Stopped after {minutes}: {results[-1].name} failed; {left} later stages did not run.", flush=True)
        return 1
    print(f"All {len(results)} stages passed in {minutes}.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
