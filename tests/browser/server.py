"""A whole site on this machine: the demo's data, our web server, the worker, and a mailbox that SMTP fills."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from waitress import wasyncore
from waitress.server import create_server

from b2b.cli.installation import Installation
from b2b.cli.preparing import prepare
from b2b.cli.serving import TUNING, listen
from b2b.config import Settings
from b2b.factory import create_app
from b2b.jobs.worker import Worker
from b2b.municipalities.service import choose
from b2b.notifications.channels.catcher import Catcher, Caught, Mailbox
from b2b.notifications.channels.twin import MailTwin
from b2b.reactions import SLOTS, TASKS
from b2b.web.transactions import App
from b2b.worker import desk, start_thread
from tests.conftest import SECRET

PATIENCE = 60.0
"""Seconds that a mail may be on its way: when a day was skipped, behind the chores of a night on a busy machine."""


class Clock:
    """The real time, plus what a test skipped: days pass when a story says so."""

    def __init__(self) -> None:
        self.skipped = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.skipped

    def skip(self, **delta: float) -> None:
        """Let `timedelta(**delta)` pass at once."""
        self.skipped += timedelta(**delta)


@dataclass
class Site:
    """A site that is open at `url`."""

    url: str
    app: App
    clock: Clock
    mailbox: Mailbox

    def mail(self, to: str, *words: str, after: str = "") -> Caught:
        """Return the newest mail to an address with all `words` in its subject or text; wait until it is there.

        `after` is the name of a mail that is too old.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for mail in self.mailbox.mails(to):
                if mail.name > after and all(word in f"{mail.subject}\n{mail.text}" for word in words):
                    return mail
            time.sleep(0.05)
        subjects = [mail.subject for mail in self.mailbox.mails(to)]
        raise AssertionError(f"no mail to {to} with {words!r} came; there is {subjects}")

    def last_mail(self, to: str) -> str:
        """Return the name of the newest mail to an address, for `after`; "" when there is none."""
        return next((mail.name for mail in self.mailbox.mails(to, limit=1)), "")


def settings_for(database_url: str, **more: Any) -> Settings:
    """Return the settings of a demo on this machine; limits are off, because a test is in a hurry."""
    return Settings(secret_key=SECRET, database_url=database_url, demo=True, limits=False, **more)


def furnish(database_url: str) -> None:
    """Fill a database as the first start of the demo does, and do the chores of that night once for every copy."""
    installation = Installation(settings=settings_for(database_url))
    prepare(installation)
    with installation.writing() as work:
        for town in work.connection().execute(text("SELECT id FROM municipalities")).scalars().all():
            for level in ("new", "neighbour"):  # the people of the tests do more in a minute than neighbours in a day
                choose(work, town, f"limits.{level}.posts", 500)
                choose(work, town, f"limits.{level}.conversations", 500)
    app = create_app(installation.settings, installation.database, outside={"mail": MailTwin()})
    Worker(desk(app), TASKS, SLOTS).run_until_quiet()
    installation.database.dispose()


def copy_of(template: Path, folder: Path) -> str:
    """Return the address of a SQLite database of our own, with what `template` holds."""
    path = folder / "site.sqlite3"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"


@contextmanager
def open_site(database_url: str, folder: Path) -> Iterator[Site]:
    """Serve the database at `database_url` until the block ends, as `b2b serve` does, in threads."""
    with ExitStack() as things:
        mailbox = Mailbox(folder / "mail")
        catcher = Catcher(mailbox)
        things.callback(catcher.stop)
        listening = things.enter_context(listen("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        clock = Clock()
        app = create_app(
            settings_for(database_url, base_url=url, smtp_url=catcher.url), clock=clock, outside={"mailbox": mailbox}
        )
        things.callback(app.database.dispose)
        things.enter_context(_serving(app, listening))
        things.enter_context(_working(app))
        yield Site(url, app, clock, mailbox)


@contextmanager
def _serving(app: App, listening: Any) -> Iterator[None]:
    doors: dict[int, Any] = {}
    server = create_server(app, map=doors, sockets=[listening], clear_untrusted_proxy_headers=True, **TUNING)
    thread = threading.Thread(target=server.run, name="web", daemon=True)
    thread.start()
    try:
        yield
    finally:
        # The loop of waitress ends when it has nothing left to listen to.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(doors))
        thread.join(10)
        server.task_dispatcher.shutdown()


@contextmanager
def _working(app: App) -> Iterator[None]:
    worker, thread = start_thread(app)
    try:
        yield
    finally:
        worker.stop()
        thread.join(10)
