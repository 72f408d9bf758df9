"""The few questions that every page asks, without what an ORM does around them (ADR 0021).

A statement of SQLAlchemy is written out once per database and then handed to the driver: what it costs
is the question itself. Bind values and results go through the same types as ever. Whoever listens to
statements (tests count them), and whatever goes wrong, takes the long way round, so that errors keep
their names and a lost connection is replaced.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Executable

from b2b.core.db import Work


class Prepared:
    """A statement with bind parameters that are always the same in number; its rows come as named tuples."""

    def __init__(self, build: Callable[[], Executable]):
        self._build = build
        self._known: dict[str, _Written] = {}
        self._one = Lock()

    def rows(self, work: Work, values: Mapping[str, Any]) -> list[Any]:
        """Ask, with a value for every bind parameter. Rows have the names of the columns."""
        connection = work.plain()
        written = self._known.get(connection.dialect.name) or self._write(connection)
        return written.rows(connection, values)

    def _write(self, connection: Connection) -> "_Written":
        with self._one:
            written = self._known[connection.dialect.name] = _Written(self._build(), connection)
            return written


def _row(names: list[str]) -> Any:
    """Return a kind of row with these names, made at run time."""
    return namedtuple("Row", names, rename=True)


class _Written:
    """The statement in the words of one database."""

    def __init__(self, statement: Any, connection: Connection):
        dialect: Any = connection.dialect
        names = statement.compile(dialect=dialect).bind_names.items()
        open_ends = statement.params({name: None for bind, name in names if bind.required})
        compiled = open_ends.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self._statement, self._sql, self._failure = statement, str(compiled), dialect.dbapi.Error
        self._names: list[str] | None = list(compiled.positiontup) if compiled.positional else None
        used = set(self._names or compiled.bind_names.values())
        binds = {name: bind for bind, name in compiled.bind_names.items() if name in used}
        self._fixed = {name: bind.value for name, bind in binds.items()}
        binders = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
        self._binders = {name: convert for name, convert in binders.items() if convert}
        columns = list(statement.selected_columns)
        readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self._readers = [(place, convert) for place, convert in enumerate(readers) if convert]
        self._row = _row([column.key for column in columns])

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Run it on `connection`."""
        if connection.engine.dispatch.before_cursor_execute:
            return self._long_way(connection, values)
        try:
            cursor = connection.connection.cursor()
            try:
                cursor.execute(self._sql, self._bound(values))
                rows = cursor.fetchall()
            finally:
                cursor.close()
        except self._failure:
            return self._long_way(connection, values)
        return self._read(rows)

    def _bound(self, values: Mapping[str, Any]) -> Any:
        given = {**self._fixed, **values}
        for name, convert in self._binders.items():
            given[name] = convert(given[name])
        return given if self._names is None else [given[name] for name in self._names]

    def _read(self, rows: Sequence[Any]) -> list[Any]:
        if not self._readers:
            return [self._row._make(row) for row in rows]
        read = []
        for row in rows:
            cells = list(row)
            for place, convert in self._readers:
                cells[place] = convert(cells[place])
            read.append(self._row._make(cells))
        return read

    def _long_way(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        return [self._row._make(row) for row in connection.execute(self._statement, dict(values))]
