"""What every command works on: the settings, the database, the units of work. Made when first asked for."""

import fcntl
import os
import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from b2b.config import Settings

if TYPE_CHECKING:
    from b2b.core.db import Work
    from b2b.core.engines import Database
    from b2b.web.transactions import App

SECRET = "secret"
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class Installation:
    """One installation. Opening its database or its app is slow, so it waits until a command needs it."""

    def __init__(self, database_url: str | None = None, settings: Settings | None = None):
        self.database_url = database_url
        if settings is not None:
            self.settings = settings

    @cached_property
    def settings(self) -> Settings:
        """The settings: from the environment, and the secret that an earlier demo left in its folder."""
        values = dict(os.environ)
        if self.database_url:
            values["B2B_DATABASE_URL"] = self.database_url
        return read_settings(values)

    @cached_property
    def database(self) -> "Database":
        """The engines."""
        from b2b.core import crypto
        from b2b.core.engines import connect

        crypto.use(crypto.Keyring.of(self.settings))
        return connect(self.settings.database_url, busy_seconds=self.settings.busy_seconds)

    @cached_property
    def app(self) -> "App":
        """The site, for commands that need its templates or its doors outside."""
        from b2b.factory import create_app

        return create_app(self.settings, self.database)

    def close(self) -> None:
        """Close every connection to the database, if it was opened."""
        if "database" in vars(self):
            self.database.dispose()

    def writing(self) -> "AbstractContextManager[Work]":
        """Open a unit of work that may change things."""
        from b2b.core.db import unit_of_work
        from b2b.reactions import REACTIONS

        return unit_of_work(self.database.write, REACTIONS)

    def reading(self) -> "AbstractContextManager[Work]":
        """Open a unit of work that only looks."""
        from b2b.core.db import unit_of_work

        return unit_of_work(self.database.read)


def read_settings(environment: Mapping[str, str], *, make_secret: bool = False) -> Settings:
    """Read the settings; without B2B_SECRET_KEY use (or, for a demo, make) the secret in the folder."""
    values = dict(environment)
    if not values.get("B2B_SECRET_KEY"):
        url = values.get("B2B_DATABASE_URL") or Settings.database_url
        path = Settings(secret_key="-" * 32, database_url=url).folder / SECRET
        values["B2B_SECRET_KEY"] = _secret(path, make_secret)
    return Settings.from_environment(values)


def _secret(path: Path, make: bool) -> str:
    """Read the secret at `path`; make one, readable for us only, when there is none and `make` says so."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        if not make:
            return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _secret(path, make=False)  # another start was quicker
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return _secret(path, make=False)


def is_local(base_url: str) -> bool:
    """Say whether only this machine can go there."""
    return (urlsplit(base_url).hostname or "") in LOCAL_HOSTS


class OnlyOne:
    """A lock on a file that lasts as long as this process: one worker on one SQLite file."""

    def __init__(self, path: Path):
        self._path = path
        self._file: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another process has it."""
        if self._file is not None:
            return True
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def give_back(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
