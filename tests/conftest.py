"""Two databases, real ones; one clock that stands still; a browser per person.

Every test that asks for `database`, `work`, `app` or `browser` runs twice: on a SQLite file and
on PostgreSQL. Both start as a copy of a template that has the schema and the places of Utrecht.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from b2b.config import Settings
from b2b.core import crypto
from b2b.core.clock import ManualClock
from b2b.core.db import unit_of_work
from b2b.factory import create_app
from b2b.jobs.schedule import begun
from b2b.jobs.worker import Worker
from b2b.notifications.channels.twin import MailTwin
from b2b.reactions import REACTIONS, SLOTS, TASKS
from b2b.worker import desk
from tests.client import Browser
from tests.databases import Postgres, SqliteFiles, engines, in_memory, listening
from tests.makers import Maker
from tests.quicker import remember

remember()
SECRET = "a secret of the tests, at least 32 characters"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten o'clock in Utrecht."""


@pytest.fixture(scope="session", autouse=True)
def _keyring():
    crypto.use(crypto.Keyring(SECRET))


@pytest.fixture(autouse=True)
def _push_request_context():
    """Undo pytest-flask's autouse context: it would make two clients one person."""


@pytest.fixture(scope="session")
def sqlite_files():
    with tempfile.TemporaryDirectory(prefix="b2b-sqlite-", dir=in_memory()) as folder:
        yield SqliteFiles(Path(folder))


@pytest.fixture(scope="session")
def postgres():
    with Postgres.started() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request):
    """The address of a fresh database with the schema and the places of Utrecht."""
    maker = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres")
    with maker.fresh() as url:
        yield url


@pytest.fixture
def database(database_url):
    database = engines(database_url)
    yield database
    assert not listening(database), "a test that listens to its database stops listening when it ends"
    if database.dialect == "sqlite":
        database.dispose()  # the file goes away


@pytest.fixture
def listen(database):
    """Listen to what an engine does until the test ends: `listen(engine, "before_cursor_execute", note)`."""
    heard = []

    def to(*what):
        event.listen(*what)
        heard.append(what)

    yield to
    for what in heard:
        event.remove(*what)


@pytest.fixture
def clock():
    return ManualClock(MONDAY)


@pytest.fixture
def work(database, clock):
    """A unit of work that writes; it commits when the test ends well."""
    with unit_of_work(database.write, REACTIONS, clock) as work:
        yield work


@pytest.fixture
def writing(database, clock):
    """Open a unit of work of its own: `with writing() as work:`."""
    return lambda: unit_of_work(database.write, REACTIONS, clock)


@pytest.fixture
def make(writing):
    """Makes people and things: `make.member("Fatima")`, `make.post(author)`."""
    return Maker(writing)


@pytest.fixture
def fatima(make):
    """Who asks, in most stories."""
    return make.member("Fatima")


@pytest.fixture
def ahmed(make):
    """Who helps, in most stories."""
    return make.member("Ahmed")


@pytest.fixture
def settings(database_url):
    return Settings(
        secret_key=SECRET, database_url=database_url, base_url="http://localhost", limits=False, worker=False
    )


@pytest.fixture
def mail():
    """Where mail goes to in a test that lets it out: `outside` returns `{"mail": mail}`."""
    return MailTwin()


@pytest.fixture
def outside():
    """What takes the place of the outside world: override per test module."""
    return {}


@pytest.fixture
def app(settings, database, clock, outside):
    app = create_app(settings, database, clock=clock, outside=outside)
    app.testing = False  # errors become pages, as for a resident
    return app


@pytest.fixture
def browser(app, writing):
    """A browser for a person: `browser(fatima)`, or nobody: `browser()`."""
    return lambda member=None, *, second_factor=False: Browser(app, writing, member, second_factor=second_factor)


@pytest.fixture
def fresh_worker(app):
    """The background worker of this app, that still has the chores of this hour and of last night to do."""
    return Worker(desk(app), TASKS, SLOTS)


@pytest.fixture
def worker(fresh_worker):
    """The same, after those chores: `worker.run_until_quiet()`.

    What waits is done at once, a chore when its next time comes: who needs one mail need not wait for a night's work.
    """
    fresh_worker._planned = set(begun(SLOTS, fresh_worker.desk.clock()))
    return fresh_worker


ROOT = Path(__file__).parent.parent
