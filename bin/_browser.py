"""A Chromium for the browser tests: the machine's own, else from apt when root, else Playwright's."""

import os
import shutil
import subprocess

from _setup import ROOT, Environment, Problem, apt_install, call, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """Return the path of a Chromium that starts, installing one if needed; None when there is none to be had."""
    found = on_path()
    if found:
        return found
    say("No Chromium on this machine: getting one for the browser tests …")
    # The fonts matter: without any, text has no width and no overlap is ever seen.
    if apt_install("chromium", "fonts-dejavu-core") and on_path():
        return on_path()
    return from_playwright()


def on_path() -> str | None:
    """Return the machine's own Chromium: B2B_CHROMIUM, or one of the usual names that really starts."""
    for name in (os.environ.get("B2B_CHROMIUM", ""), *NAMES):
        program = shutil.which(name) if name else None
        if program and starts(program):
            return program
    return None


def starts(program: str) -> bool:
    """Say whether the program answers: on some systems `chromium` only tells to install it elsewhere."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_playwright() -> str | None:
    """Let Playwright fetch its own Chromium into `.browsers`; return its path or None."""
    python = Environment(ROOT / ".venv").python
    environment = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(ROOT / ".browsers")}
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as w: print(w.chromium.executable_path)"
    try:
        call([python, "-m", "playwright", "install", "chromium"], "No Chromium could be fetched.", env=environment)
    except Problem as problem:
        say(str(problem))
        return None
    asked = subprocess.run([python, "-c", ask], capture_output=True, text=True, env=environment, check=False)
    program = asked.stdout.strip()
    return program if program and starts(program) else None
