"""Every class of the table of retention: there a second before its time is over, gone a second after."""

from datetime import timedelta

import pytest
from sqlalchemy import inspect

from b2b.jobs.purging import PURGE
from b2b.privacy.rules import MAP, RETENTION, Erase
from b2b.privacy.service import sweeping
from b2b.reactions import TASKS
from tests.integration.privacy.cases import CASES
from tests.integration.privacy.scene import Scene, made

SECOND = timedelta(seconds=1)
JOBS = sorted({term.job for term in RETENTION.values() if term.job})
MADE = ("created_at", "erased_at")
"""When a row was made, in tables in which a job also makes rows: that never changes."""
NOTHING = (None, "", b"", [], {}, 0)


@pytest.fixture
def scene(make, clock):
    """Return a street where everything happens."""
    return Scene(make, clock)


@pytest.fixture
def rows(scene):
    """Rows of every class, each made so long before its end as the table says."""
    return made(scene)


@pytest.fixture
def kept(writing):
    """Say what the columns of its class hold in each row, by name; nothing when the row is gone."""

    def of(work, code, row):
        stored = work.get(type(row), inspect(row).identity)
        names = [said.name for said in MAP[str(row.__tablename__)] if said.kept == code]
        return {name: getattr(stored, name) for name in names} if stored is not None else {}

    def every(rows):
        with writing() as work:
            return {
                (each.case.code, str(row.__tablename__), inspect(row).identity): of(work, each.case.code, row)
                for each in rows
                for row in each.rows
            }

    return every


def test_each_class_is_there_a_second_before_and_gone_a_second_after(rows, kept, night, scene):
    begun = kept(rows)
    for ends in sorted({each.case.ends for each in rows}):
        these = [each for each in rows if each.case.ends == ends]
        for job in JOBS:
            night(job, ends - SECOND)
        assert {key: gone for key, held in kept(these).items() if (gone := what_went(begun[key], held))} == {}, (
            "early"
        )
        for each in these:
            if each.case.at_end is not None:
                each.case.at_end(scene)
        for job in JOBS:
            night(job, ends + SECOND)
        assert {key: left for key, held in kept(these).items() if (left := what_is_left(key, begun[key], held))} == {}


def test_every_table_with_something_that_ends_has_a_row_that_shows_it(rows):
    wanted = {
        f"{column.kept}: {table.name}"
        for table in MAP.values()
        for column in table
        if not RETENTION[column.kept].lasting
    }
    assert wanted - {f"{each.case.code}: {row.__tablename__}" for each in rows for row in each.rows} == set()


def what_went(before, held):
    """Return the columns that said something and do not any more."""
    return [name for name, value in before.items() if value not in NOTHING and held.get(name) in NOTHING]


def what_is_left(key, before, held):
    """Return the columns that still say something; one that was empty before proves nothing, so it counts as well."""
    if any(name in held and held[name] != before[name] for name in MADE):
        return {}  # SQLite gave its number to a new row
    code, table, _ = key
    is_erased = RETENTION[code].job == "rights:erase"
    left = {}
    for name, value in held.items():
        said = MAP[table].columns[name]
        if is_erased and said.erase is Erase.KEEP:
            continue  # the map says why it stays
        is_gone = value in NOTHING or (said.erase is Erase.REPLACE and value in (said.instead, sweeping.GONE))
        if not is_gone or (not is_erased and before[name] in NOTHING):
            left[name] = value
    return left


def test_every_class_that_ends_has_a_case():
    assert {code for code, term in RETENTION.items() if not term.lasting} == {case.code for case in CASES}


def test_a_class_says_which_job_ends_it_or_that_no_clock_does():
    assert {code for code, term in RETENTION.items() if bool(term.job) is term.lasting} == set()
    assert {code for code, term in RETENTION.items() if term.lasting and term.days is not None} == set()
    assert set(JOBS) <= set(TASKS)


def test_every_job_that_forgets_is_in_the_table():
    assert {kind for kind in TASKS if kind.startswith(PURGE)} - set(JOBS) == set()
