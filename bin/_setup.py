"""Bring this folder to the state in which the site can start: packages, bytecode, assets.

Everything is guarded by a stamp (a hash of what the result was made from), so a second start does nothing.
Uses the standard library only, because it runs before anything is installed.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
PIP_INSTALL = (
    *("-m", "pip", "install", "--no-input", "--disable-pip-version-check"),
    *("--progress-bar", "off", "--require-hashes", "-r"),
)


class Problem(Exception):
    """Something a person has to solve first; the message says what."""


def say(line: str) -> None:
    """Tell the person what is going on, at once."""
    print(line, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], otherwise: str, **options: Any) -> None:
    """Run a command quietly; when it fails, raise Problem with `otherwise` and the end of what it said."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        **options,
    )
    if done.returncode:
        tail = "\n".join("    " + line for line in done.stdout.splitlines()[-15:])
        raise Problem(f"{otherwise}\n\n{tail}" if tail else otherwise)


def fingerprint(files: Iterable[Path], base: Path = ROOT) -> str:
    """Return one hash over the names and the contents of `files`."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(base).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def stamped(stamp: Path, value: str) -> bool:
    """Say whether `stamp` holds `value`: whether the work it stands for is done."""
    try:
        return stamp.read_text() == value
    except OSError:
        return False


def put_stamp(stamp: Path, value: str) -> None:
    """Record that the work is done. In one move, so that a half-written stamp cannot exist."""
    draft = stamp.with_name(f"{stamp.name}.{os.getpid()}")
    draft.write_text(value)
    draft.replace(stamp)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time prepare this folder; the others wait, and then find the work done."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another bin/run or bin/test is preparing this folder. Waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


class Environment:
    """A virtual environment in the project's folder, filled from locked requirements."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.python = folder / "bin" / "python"

    def works(self) -> bool:
        """Say whether its Python starts and is still the one that it was made with."""
        try:
            made = (self.folder / "pyvenv.cfg").read_text()
            return f"version = {self._answer('print(*sys.version_info[:2], sep=chr(46))')}." in made
        except (OSError, subprocess.CalledProcessError):
            return False

    def has(self, lock: str) -> bool:
        """Say whether what `lock` names ("run", "test", "node") is installed."""
        return stamped(self.folder / f"{lock}.stamp", self._wanted(lock))

    def fill(self, lock: str, includes: Sequence[str] = ()) -> None:
        """Install exactly what requirements/`lock`.txt lists; `includes` are locks that it covers."""
        if not (self.works() and self._has_pip()):
            self._make()
        for stamp in self.folder.glob("*.stamp"):
            stamp.unlink()
        call(
            [self.python, *PIP_INSTALL, REQUIREMENTS / f"{lock}.txt"],
            "The Python packages could not be installed. Can this machine reach a Python package registry?",
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name not in ("PIP_TARGET", "PIP_USER")},
        )
        for name in (lock, *includes):
            put_stamp(self.folder / f"{name}.stamp", self._wanted(name))

    def _answer(self, code: str) -> str:
        asked = (self.python, "-ISc", f"import sys; {code}")
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()

    def _has_pip(self) -> bool:
        return any((self.folder / "lib").glob("python*/site-packages/pip/__main__.py"))

    def _wanted(self, lock: str) -> str:
        return fingerprint([REQUIREMENTS / f"{lock}.txt"], REQUIREMENTS)

    def _make(self) -> None:
        try:
            import ensurepip  # noqa: F401  Debian leaves it out of its python3
        except ImportError:
            if not apt_install("python3-venv"):
                raise Problem(
                    "This python3 cannot make a virtual environment.\n"
                    "On Debian and Ubuntu: apt install python3-venv. Then try again."
                ) from None
        try:
            venv.create(self.folder, clear=True, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Problem(f"No virtual environment could be made in {self.folder}: {error}") from None


def apt_install(*packages: str) -> bool:
    """Install Debian packages when we may; say whether that went well."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        call(("apt-get", "-qq", "update"), "The list of packages could not be read.", env=environment)
        install = ("apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages)
        call(install, f"apt could not install {' '.join(packages)}.", env=environment)
    except Problem as problem:
        say(str(problem))
        return False
    return True


def prepare_python(lock: str) -> Environment:
    """Make `.venv` hold what `lock` ("run" or "test") asks for, and compile our own bytecode."""
    site = Environment(ROOT / ".venv")
    covered = {"run": (), "test": ("run",)}[lock]
    if not (site.has(lock) and site.works()):
        say("Installing Python packages into .venv (the first time this takes a minute or two) …")
        site.fill(lock, covered)
    # Without bytecode a start takes three times as long; files that are up to date are left alone.
    code = [ROOT / name for name in ("b2b", "migrations") if (ROOT / name).is_dir()]
    subprocess.run([site.python, "-m", "compileall", "-q", *code], stdout=subprocess.DEVNULL, check=False)
    return site
