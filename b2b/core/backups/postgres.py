"""A copy of a PostgreSQL database: all tables as one transaction sees them, through COPY.

The stream holds lines of JSON. A line that names a table is followed by its rows: pieces, each after a line with
its length, until a length of 0. The last line holds where the counters stand. The schema is not in it: the migrations
make that, at the revision of the label. What the tables refuse while they are filled in any order (foreign keys,
triggers, row-level security) is taken off and put back in the same transaction, checked again by PostgreSQL itself.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

from psycopg import sql
from sqlalchemy import Connection

from b2b.core.backups.sealing import BROKEN, PIECE, BadBackup

SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""Execution options of a connection whose every statement sees the same moment."""

_TABLES = """
SELECT c.relname,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = ''),
       c.relforcerowsecurity
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
 GROUP BY c.oid ORDER BY c.relname
"""
_KEYS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
 WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conrelid, conname
"""
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1"


def pieces(connection: Connection) -> Iterator[bytes]:
    """Return all rows, piece by piece. `connection` has the options of SNAPSHOT and sees every municipality."""
    driver: Any = connection.connection.driver_connection
    for name, columns, _ in driver.execute(_TABLES).fetchall():
        yield _line({"table": name, "columns": columns})
        wanted = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(_names(columns), sql.Identifier(name))
        with driver.cursor() as cursor, cursor.copy(wanted) as rows:
            yield from _framed(rows)
        yield b"0\n"
    yield _line({"counters": dict(driver.execute(_COUNTERS).fetchall())})


def is_empty(connection: Connection) -> bool:
    """Say whether there is no table yet."""
    driver: Any = connection.connection.driver_connection
    return not driver.execute(_TABLES).fetchall()


def put_back(connection: Connection, plain: IO[bytes]) -> None:
    """Fill the tables, which have their schema already, in the transaction of `connection`; raises BadBackup."""
    driver: Any = connection.connection.driver_connection
    tables = {name: (columns, forced) for name, columns, forced in driver.execute(_TABLES).fetchall()}
    keys = driver.execute(_KEYS).fetchall()
    for table, key, _ in keys:
        driver.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{key}"')
    _guard(driver, tables, "DISABLE TRIGGER USER", "NO FORCE ROW LEVEL SECURITY")
    everything = sql.SQL(", ").join(map(sql.Identifier, tables))
    driver.execute(sql.SQL("TRUNCATE {}").format(everything))
    _fill(driver, plain, {name: columns for name, (columns, _) in tables.items()})
    _guard(driver, tables, "ENABLE TRIGGER USER", "FORCE ROW LEVEL SECURITY")
    for table, key, words in keys:
        driver.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{key}" {words}')


def _fill(driver: Any, plain: IO[bytes], known: dict[str, list[str]]) -> None:
    filled = set()
    while (line := _read_line(plain)).keys() == {"table", "columns"}:
        name, columns = line["table"], line["columns"]
        if name in filled or sorted(columns) != sorted(known.get(name, ())):
            raise BadBackup(BROKEN)
        wanted = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(name), _names(columns))
        with driver.cursor() as cursor, cursor.copy(wanted) as rows:
            while piece := _read_piece(plain):
                rows.write(piece)
        filled.add(name)
    if line.keys() != {"counters"} or filled != known.keys():
        raise BadBackup(BROKEN)
    for name, last in line["counters"].items():
        if last is not None:  # None: nobody took a number yet
            driver.execute("SELECT setval(format('%%I', %s::text)::regclass, %s)", (name, last))


def _guard(driver: Any, tables: dict[str, tuple[list[str], bool]], triggers: str, lock: str) -> None:
    for name, (_, forced) in tables.items():
        table = sql.Identifier(name)
        driver.execute(sql.SQL("ALTER TABLE {} ").format(table) + sql.SQL(triggers))
        if forced:
            driver.execute(sql.SQL("ALTER TABLE {} ").format(table) + sql.SQL(lock))


def _framed(rows: Any) -> Iterator[bytes]:
    """Return rows in pieces of some size: one by one they would be slow."""
    waiting = bytearray()
    for row in rows:
        waiting += row
        if len(waiting) >= PIECE:
            yield b"%d\n" % len(waiting) + bytes(waiting)
            waiting.clear()
    if waiting:
        yield b"%d\n" % len(waiting) + bytes(waiting)


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode() + b"\n"


def _read_line(plain: IO[bytes]) -> dict[str, Any]:
    try:
        said = json.loads(plain.readline())
    except ValueError:
        raise BadBackup(BROKEN) from None
    return said if isinstance(said, dict) else {}


def _read_piece(plain: IO[bytes]) -> bytes:
    length = plain.readline(20).strip()
    if not length.isdigit():
        raise BadBackup(BROKEN)
    piece = plain.read(int(length))
    if len(piece) != int(length):
        raise BadBackup(BROKEN)
    return piece


def _names(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))
