"""The schema: up from nothing, down with data in it, the same as the models, all or nothing."""

import pytest
from sqlalchemy import UniqueConstraint, event, inspect, text
from sqlmodel import SQLModel, col, select

from b2b.cli.db import current, downgrade, newest, upgrade
from b2b.core.db import unit_of_work
from b2b.promise.models import Promise

pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")


def names(database):
    """Return what the database has: table -> (columns, indexes and unique constraints)."""
    seen = inspect(database.read)
    return {
        table: (
            {column["name"] for column in seen.get_columns(table)},
            {index["name"] for index in seen.get_indexes(table)}
            | {unique["name"] for unique in seen.get_unique_constraints(table)},
        )
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def test_the_schema_is_what_the_models_say(database):
    wanted = {
        table.name: (
            set(table.columns.keys()),
            {str(index.name) for index in table.indexes}
            | {str(c.name) for c in table.constraints if isinstance(c, UniqueConstraint)},
        )
        for table in SQLModel.metadata.tables.values()
    }
    assert names(database) == wanted


def test_the_newest_schema_goes_down_with_data_in_it_and_up_again(database, make):
    make.conversation(make.post(make.member()), make.member("Bram"))
    assert current(database) == newest()
    downgrade(database, "base")
    assert names(database) == {}
    upgrade(database)
    assert current(database) == newest()
    assert "posts" in names(database)


def test_an_upgrade_that_breaks_leaves_the_old_schema(database):
    downgrade(database, "0004")
    before = names(database)

    @event.listens_for(database.write, "before_cursor_execute")
    def break_half_way(_connection, _cursor, statement, *_rest):
        if "CREATE TABLE messages" in statement:
            raise RuntimeError("the power went out")

    with pytest.raises(RuntimeError, match="power"):
        upgrade(database)
    event.remove(database.write, "before_cursor_execute", break_half_way)
    assert names(database) == before
    assert current(database) == "0004"
    upgrade(database)
    assert current(database) == newest()


def test_an_enum_is_checked_by_the_database(database, make):
    from sqlalchemy.exc import IntegrityError

    make.post(make.member())
    with pytest.raises(IntegrityError), unit_of_work(database.write) as work:
        work.execute(text("UPDATE posts SET state = 'onzin'"))


def test_who_asked_before_there_was_a_promise_gets_a_clock(database, make):
    fatima = make.member()
    asked, answered = make.post(fatima), make.post(fatima, "Wie wandelt mee?")
    make.conversation(answered, make.member("Bram"))
    downgrade(database, "0034")
    upgrade(database)
    with unit_of_work(database.read) as work:
        found = work.connection().execute(text("SELECT post_id, state, step FROM promises")).all()
        [(next_at, due_at)] = work.execute(select(col(Promise.next_at), col(Promise.due_at))).all()
    assert [tuple(row) for row in found] == [(asked.id, "running", 0)]
    assert due_at > next_at
    assert due_at.weekday() < 5
