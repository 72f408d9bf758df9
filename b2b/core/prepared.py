"""The few questions that every page asks, without what an ORM does around them (ADR 0021).

A statement of SQLAlchemy is written out once per database and then handed to the driver: what it costs
is the question itself. Bind values and results go through the same types as ever. Whoever listens to
statements (tests count them), and whatever goes wrong, takes the long way round, so that errors keep
their names and a lost connection is replaced.
"""

from collections import namedtuple
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Enum, Executable
from sqlmodel.sql.sqltypes import UTCDateTime

from b2b.core.db import Work


class Prepared:
    """A statement with bind parameters that are always the same in number; its rows come as named tuples.

    `row` is the kind of named tuple, with a field for each column; left out, it has the names of the columns.
    """

    def __init__(self, build: Callable[[], Executable], row: Any = None):
        self._build, self._row = build, row
        self._known: dict[str, _Written] = {}
        self._one = Lock()

    def rows(self, work: Work, values: Mapping[str, Any]) -> list[Any]:
        """Ask, with a value for every bind parameter."""
        connection = work.plain()
        written = self._known.get(connection.dialect.name) or self._write(connection)
        return written.rows(connection, values)

    def _write(self, connection: Connection) -> "_Written":
        with self._one:
            written = self._known[connection.dialect.name] = _Written(self._build(), connection, self._row)
            return written


def room(number: int) -> int:
    """Return for how many values a list in a statement has room: none, 4, 16, 64 and so on, so that there are few statements."""
    found = 4 if number else 0
    while found < number:
        found *= 4
    return found


def padded(values: Collection[int], room: int) -> list[int]:
    """Return as many values as there is room for; the last is said again."""
    listed = list(values)
    return listed + listed[-1:] * (room - len(listed))


def _row(names: list[str]) -> Any:
    """Return a kind of row with these names, made at run time."""
    return namedtuple("Row", names, rename=True)


def _reader(kind: Any, dialect: Any) -> Callable[[Any], Any] | None:
    """Return what makes our value of the driver's: as SQLAlchemy does, in one step for the kinds that lists are full of."""
    if isinstance(kind, UTCDateTime):
        return _written_moment if dialect.name == "sqlite" else _moment
    if isinstance(kind, Enum) and kind.enum_class is not None:
        members: dict[Any, Any] = dict(zip(kind.enums, kind.enum_class, strict=True))
        return (members | {None: None}).__getitem__
    read: Callable[[Any], Any] | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return read


def _written_moment(text: str | None) -> datetime | None:
    """SQLite keeps moments as text, in UTC without saying so."""
    return datetime.fromisoformat(f"{text}+00:00") if text else None


def _moment(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


class _Written:
    """The statement in the words of one database."""

    def __init__(self, statement: Any, connection: Connection, row: Any):
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
        readers = [_reader(column.type, dialect) for column in columns]
        self._readers = [(place, convert) for place, convert in enumerate(readers) if convert]
        self._row = row or _row([column.key for column in columns])

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
        if not self._readers or not rows:
            return [*map(self._row._make, rows)]
        columns: list[Any] = [*zip(*rows, strict=True)]
        for place, convert in self._readers:
            columns[place] = map(convert, columns[place])
        return [*map(self._row._make, zip(*columns, strict=True))]

    def _long_way(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        return [self._row._make(row) for row in connection.execute(self._statement, dict(values))]
