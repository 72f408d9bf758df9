"""A prepared statement answers as SQLAlchemy would, is seen by who counts, and fails with known names."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, event, func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.core.db import unit_of_work
from b2b.core.prepared import Prepared

MEMBERS = Prepared(
    lambda: select(
        col(Member.id), col(Member.state), col(Member.created_at), func.length(col(Member.first_name)).label("long")
    ).where(
        col(Member.first_name).in_([bindparam("one"), bindparam("two")]),
        col(Member.state) == literal(MemberState.ACTIVE, col(Member.state).type, literal_execute=True),
        col(Member.created_at) > bindparam("since"),
    )
)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture
def reading(database, clock):
    with unit_of_work(database.read, clock=clock) as work:
        yield work


def test_values_and_results_have_their_own_types(make, reading, clock):
    fatima = make.member("Fatima")
    (row,) = MEMBERS.rows(reading, {"one": "Fatima", "two": "Henk", "since": LONG_AGO})
    assert (row.id, row.state, row.created_at, row.long) == (fatima.id, MemberState.ACTIVE, clock(), 6)


def test_who_listens_to_statements_hears_it_and_gets_the_same_rows(make, database, reading):
    make.member("Fatima")
    values = {"one": "Fatima", "two": "Fatima", "since": LONG_AGO}
    straight, heard = MEMBERS.rows(reading, values), []

    def note(_connection, _cursor, statement, *_rest):
        heard.append(statement)

    event.listen(database.read, "before_cursor_execute", note)
    try:
        assert MEMBERS.rows(reading, values) == straight
    finally:
        event.remove(database.read, "before_cursor_execute", note)
    assert len(heard) == 1


def test_work_that_writes_sees_what_it_wrote_itself(make, work):
    make.member("Fatima")
    work.connection().execute(Member.__table__.update().values(first_name="Olena"))
    assert len(MEMBERS.rows(work, {"one": "Olena", "two": "Henk", "since": LONG_AGO})) == 1


def test_a_statement_that_fails_is_an_error_of_the_database_by_its_known_name(reading):
    broken = Prepared(lambda: select(literal(1)).where(func.no_such_function(bindparam("x")) == 1))
    with pytest.raises(DBAPIError, match="no_such_function"):
        broken.rows(reading, {"x": 1})


def test_a_missing_value_is_refused(reading):
    with pytest.raises((DBAPIError, KeyError, TypeError)):
        MEMBERS.rows(reading, {"one": object(), "two": "Henk", "since": LONG_AGO})
