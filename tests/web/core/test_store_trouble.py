"""A database that is locked, full or away: come back soon, and nothing typed is lost."""

import sqlite3
import threading

import pytest

from b2b.core.engines import connect
from tests.client import words


def locked(database_url):
    """Hold the SQLite file as another program would: outside our queue of writers."""
    return sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_locked_database_answers_503_and_keeps_the_text(browser, fatima, database_url):
    person = browser(fatima)
    other = locked(database_url)
    other.execute("BEGIN IMMEDIATE")
    page = person.post("/hulp-van-de-gemeente", {"question": "Mijn trap is kapot", "way": "email"})
    other.execute("ROLLBACK")
    other.close()
    assert page.status_code == 503
    assert page.headers["Retry-After"]
    assert "Mijn trap is kapot" in page.text
    assert "Probeer opnieuw" in words(page)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_reading_goes_on_while_somebody_writes(browser, fatima, database_url):
    other = locked(database_url)
    other.execute("BEGIN IMMEDIATE")
    assert browser().get("/inloggen").status_code == 200
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_answers_503_and_recovers_by_itself(browser, fatima, database, database_url):
    person = browser(fatima)

    def limit(pages):
        connection = database.write.raw_connection()
        connection.execute(f"PRAGMA max_page_count={pages}")
        connection.close()

    used = locked(database_url).execute("PRAGMA page_count").fetchone()[0]
    limit(used)
    answers = {"question": "Mijn trap is kapot " + "x" * 1900, "way": "email"}
    preview = person.submit("/hulp-van-de-gemeente", answers)
    statuses = {person.press(preview, {"once": f"O-{n}"}, button="Ja, verstuur dit").status_code for n in range(40)}
    assert 503 in statuses
    assert 500 not in statuses
    assert person.get("/mijn/overdrachten").status_code == 200
    limit(1_000_000)
    assert person.press(preview, {"once": "O-later"}, button="Ja, verstuur dit").status_code == 303


def test_many_writers_wait_their_turn(database, make):
    """Sixteen threads write at once: every one is served, none sees a lock."""
    from sqlalchemy import text

    errors = []

    def write(number):
        try:
            for step in range(10):
                with database.write.begin() as connection:
                    connection.execute(
                        text("INSERT INTO limit_counters (key, hits, expires_at) VALUES (:k, 1, 0)"),
                        {"k": f"{number}-{step}"},
                    )
        except Exception as problem:  # noqa: BLE001 - any error of a writer is what this test looks for
            errors.append(problem)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with database.read.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM limit_counters")).scalar() == 160


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_reading_engine_cannot_write(database):
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    with database.read.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM limit_counters"))


def test_what_was_acknowledged_is_synced(database):
    from sqlalchemy import text

    with database.write.connect() as connection:
        if database.dialect == "sqlite":
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_memory_database_is_refused():
    with pytest.raises(ValueError, match="file"):
        connect("sqlite://")
