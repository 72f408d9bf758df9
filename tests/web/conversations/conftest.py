"""Fatima asks, Ahmed and Ria react; a twin takes the mail; statements of a page are counted."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def ria(make):
    return make.member("Ria")


@pytest.fixture
def post(make, fatima):
    return make.post(fatima)


@pytest.fixture
def talk(make, post, ahmed):
    """Ahmed reacted to Fatima's request."""
    return make.conversation(post, ahmed)


@pytest.fixture
def statements(database):
    """Count what the reading engine is asked: `with statements() as seen: …; len(seen)`."""

    @contextmanager
    def counting():
        seen = []

        def note(_connection, _cursor, statement, *_more):
            seen.append(statement)

        event.listen(database.read, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(database.read, "before_cursor_execute", note)

    return counting
