"""A site as a person starts it: a process of its own, in a folder of its own."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from tests.conftest import ROOT

SECONDS = 60


class Site:
    """`b2b serve` in `folder`; say `start()`, ask pages with `get()`, end it with `stop()`."""

    def __init__(self, folder):
        self.folder = folder
        self.database = folder / "site.sqlite3"
        self.address = ""
        self.said = ""
        self.process = None

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("B2B_")}
        return {**kept, "PYTHONPATH": str(ROOT), **more}

    def command(self, *arguments):
        return [sys.executable, "-W", "error", "-m", "b2b", *arguments]

    def run(self, *arguments, **environment):
        """Run a command to its end."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def start(self, *arguments, url=None, **environment):
        """Start the site on a free port and wait until it says where it is."""
        url = url or f"sqlite:///{self.database}"
        self.process = subprocess.Popen(
            self.command("serve", "--port", "0", "--database-url", url, *arguments),
            cwd=self.folder,
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.strip().startswith("Buurthulp "):
                self.address = line.split()[-1]
            if line.startswith("Stoppen:"):
                break
        self.said = "".join(lines)
        assert self.address, self.said
        return self

    def get(self, path):
        """Return status and text of a page."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def stop(self, number=signal.SIGTERM):
        """End the process; return its exit code and what it said last."""
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, rest


@pytest.fixture(scope="session")
def first_start(tmp_path_factory):
    """The folder that a first start leaves behind: made once, and then copied."""
    folder = tmp_path_factory.mktemp("first-start")
    Site(folder).start().stop()
    return folder


@pytest.fixture
def lived_in(site, first_start):
    """A site that was started before, and stopped."""
    shutil.copytree(first_start, site.folder, dirs_exist_ok=True)
    return site


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    yield site
    if site.process and site.process.poll() is None:
        site.stop(signal.SIGKILL)
