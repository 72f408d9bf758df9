"""A real Chromium, a real site per module, and people who walk into it."""

import os
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.people import Hands, Mouse, Person
from tests.browser.server import Site, copy_of, furnish, open_site
from tests.requirements import CHROMIUM_FLAGS, chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file as the demo has it after its first start, to be copied: one for all processes of a run."""
    of_this_run = tmp_path_factory.getbasetemp()
    shared = of_this_run.parent if "PYTEST_XDIST_WORKER" in os.environ else of_this_run
    path = shared / "demo.sqlite3"
    with (shared / "demo.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not path.exists():
            made = shared / "being-made.sqlite3"
            made.unlink(missing_ok=True)
            furnish(f"sqlite:///{made}")
            made.rename(path)
    return path


@pytest.fixture(scope="module")
def site(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Open a site with a database of this module alone."""
    folder = tmp_path_factory.mktemp("site")
    with open_site(copy_of(furnished, folder), folder) as site:
        yield site


@pytest.fixture(scope="module")
def engine():
    """Start Chromium: once per module, so that its event loop is gone when other tests run."""
    with sync_playwright() as playwright:
        # Dutch where this Chromium knows Dutch: its fields for a day are then in Dutch order.
        flags = [*CHROMIUM_FLAGS, "--lang=nl-NL"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def person(site: Site, engine) -> Iterator[Callable[..., Person]]:
    """Let somebody walk in: `person()`, `person(Keyboard)`, `person(java_script_enabled=False)`.

    When the test ends, everybody says what went wrong under the bonnet: script errors, refused content.
    """
    people: list[Person] = []

    def enter(hands: type[Hands] = Mouse, **options) -> Person:
        people.append(Person(site, engine, hands, **options))
        return people[-1]

    yield enter
    complaints = [complaint for somebody in people for complaint in somebody.leave()]
    assert not complaints, complaints
