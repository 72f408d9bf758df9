"""Rows out of a GeoPackage, a GeoJSON file or a CSV file, each row still as the file spells it."""

import csv
import json
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from b2b.municipalities.importer.columns import Columns, read_columns
from b2b.municipalities.importer.files import Kind, Limits, Part
from b2b.municipalities.rules import BadFile

READ_SECONDS = 600
_FLAT = re.compile(r"POLYGON|MULTIPOLYGON|GEOMETRY|GEOMETRYCOLLECTION|SURFACE|MULTISURFACE")


@dataclass(frozen=True)
class Table:
    """A recognised table. `rows` yields (meaning -> value, the raw geometry or None) and is read once."""

    name: str
    columns: Columns
    rows: Callable[[], Iterator[tuple[dict[str, Any], Any]]]
    has_shapes: bool = False


def tables_of(part: Part, limits: Limits) -> list[Table]:
    """Return the tables of `part` that have columns we know. Raises BadFile when it is damaged."""
    if part.kind is Kind.GEOPACKAGE:
        return _geopackage(part, limits)
    if part.kind is Kind.GEOJSON:
        return _geojson(part, limits)
    return _csv(part, limits)


def _geopackage(part: Part, limits: Limits) -> list[Table]:
    """A GeoPackage is an SQLite database; tables only, because a view of a stranger may never end."""
    found = []
    with _reading(part.on_disk(), part.name) as store:
        shapes = {
            table: column
            for table, column, kind in store.execute(
                "SELECT table_name, column_name, geometry_type_name FROM gpkg_geometry_columns"
            )
            if _FLAT.fullmatch(str(kind).upper())
        }
        written = store.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        for table, sql in written:
            if table.startswith(("gpkg_", "rtree_", "sqlite_")) or not str(sql).upper().startswith("CREATE TABLE"):
                continue
            known = [row[1] for row in store.execute(f"PRAGMA table_info({_quoted(table)})")]
            columns = read_columns(known)
            if columns.is_areas:
                shape = shapes.get(table)
                found.append(Table(table, columns, _rows_of(part, table, columns, shape, limits), shape is not None))
    return found


def _rows_of(
    part: Part, table: str, columns: Columns, shape: str | None, limits: Limits
) -> Callable[[], Iterator[tuple[dict[str, Any], Any]]]:
    def rows() -> Iterator[tuple[dict[str, Any], Any]]:
        wanted = [*columns.names.values(), *([shape] if shape else [])]
        sql = f"SELECT {', '.join(map(_quoted, wanted))} FROM {_quoted(table)} LIMIT {limits.areas + 1}"  # noqa: S608 - quoted
        with _reading(part.on_disk(), part.name) as store:
            for row in store.execute(sql):
                yield dict(zip(columns.names, row, strict=False)), row[-1] if shape else None

    return rows


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _reading(path: Path, name: str) -> Iterator[sqlite3.Connection]:
    """Open a stranger's SQLite file: read only, nothing of it trusted, with an end."""
    store = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    until = time.monotonic() + READ_SECONDS
    try:
        store.execute("PRAGMA trusted_schema = OFF")
        store.execute("PRAGMA cell_size_check = ON")
        store.set_progress_handler(lambda: time.monotonic() > until, 100_000)
        yield store
    except sqlite3.Error as error:
        raise BadFile(f"{name} is beschadigd, of het is geen GeoPackage.") from error
    finally:
        store.close()


def _geojson(part: Part, limits: Limits) -> list[Table]:
    if part.size > limits.geojson_bytes:
        raise BadFile(f"{part.name} is te groot voor GeoJSON. Neem het GeoPackage.")
    with part.opened() as stream:
        try:
            tree = json.loads(stream.read().decode("utf-8-sig"), parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise BadFile(f"{part.name} is beschadigd: het is geen geldige GeoJSON.") from error
    features = tree.get("features") if isinstance(tree, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise BadFile(f"{part.name} is geen GeoJSON met een lijst van gebieden.")
    rows = [(feature.get("properties"), feature.get("geometry")) for feature in features]
    if not rows or not all(isinstance(properties, dict) for properties, _ in rows):
        return []
    columns = read_columns(dict.fromkeys(key for properties, _ in rows for key in properties))
    if not columns.is_areas:
        return []

    def read() -> Iterator[tuple[dict[str, Any], Any]]:
        for properties, geometry in rows:
            yield {meaning: properties.get(column) for meaning, column in columns.names.items()}, geometry

    return [Table(part.name, columns, read, any(geometry for _, geometry in rows))]


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _csv(part: Part, limits: Limits) -> list[Table]:
    with part.opened() as stream:
        header = next(_lines(stream, part.name, limits), "")
    separator = max(";,\t", key=header.count)
    spelled = next(csv.reader([header], delimiter=separator), [])
    columns = read_columns(spelled)
    if not (columns.is_areas or columns.is_addresses):
        return []
    places = {meaning: spelled.index(column) for meaning, column in columns.names.items()}

    def read() -> Iterator[tuple[dict[str, Any], Any]]:
        with part.opened() as stream:
            rows = csv.reader(_lines(stream, part.name, limits), delimiter=separator, strict=True)
            try:
                next(rows)
                for row in rows:
                    if len(row) >= len(spelled):
                        yield {meaning: row[at] for meaning, at in places.items()}, None
                    elif row:
                        raise BadFile(f"{part.name} is afgebroken: regel {rows.line_num} is niet compleet.")
            except csv.Error as error:
                raise BadFile(f"{part.name} is beschadigd bij regel {rows.line_num}.") from error

    return [Table(part.name, columns, read)]


def _lines(stream: IO[bytes], name: str, limits: Limits) -> Iterator[str]:
    """Yield lines as text: UTF-8, or else Windows-1252, as some side files of CBS are."""
    first = True
    while line := stream.readline(limits.line_characters + 1):
        if len(line) > limits.line_characters:
            raise BadFile(f"{name} heeft een regel zonder einde.")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
        yield text.removeprefix("\ufeff") if first else text
        first = False
