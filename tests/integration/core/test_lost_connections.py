"""PostgreSQL starts again while connections wait in the pool: pages go on, or say once that they cannot."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from b2b.core import engines

GONE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name AND pid <> pg_backend_pid()"


@pytest.fixture
def lost(postgres):
    """Return (the engines of a database, how the server drops all its connections)."""
    with postgres.empty() as url:
        database, admin = engines.connect(url), create_engine(postgres.address("postgres", role=None))

        def drop():
            with admin.connect() as connection:
                connection.execute(text(GONE), {"name": url.rpartition("/")[2].partition("?")[0]})

        yield database, drop
        database.dispose()
        admin.dispose()


def one(engine):
    with engine.connect() as connection:
        return connection.execute(text("SELECT 1")).scalar_one()


@pytest.mark.parametrize("side", ["read", "write"])
def test_after_a_rest_a_lost_connection_is_replaced_before_anybody_sees_it(lost, side, monkeypatch):
    database, drop = lost
    monkeypatch.setattr(engines, "REST_SECONDS", -1.0)
    assert one(getattr(database, side)) == 1
    drop()
    assert one(getattr(database, side)) == 1


@pytest.mark.parametrize("side", ["read", "write"])
def test_one_that_was_just_used_fails_once_and_no_more(lost, side):
    database, drop = lost
    assert one(getattr(database, side)) == 1
    drop()
    with pytest.raises(OperationalError):
        one(getattr(database, side))
    assert one(getattr(database, side)) == 1
