"""What a file says, in our words: the areas of the wanted municipalities, and their postcodes, of one year."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from b2b.core.text import clean_line
from b2b.municipalities.importer.files import Limits, Part, parts_of
from b2b.municipalities.importer.shapes import in_degrees, shape_of_blob, shape_of_geojson, size
from b2b.municipalities.importer.tables import Table, tables_of
from b2b.municipalities.rules import NAME_MAX, BadFile, Level, area_code, municipality_of, pc4, read_code, vintage_in

_SENTINEL = -99_000
_WATER = ("9997", "9998")


@dataclass(frozen=True)
class Area:
    """A municipality, wijk or buurt as a file gives it; `shape` and `point` (lon, lat) are in degrees."""

    level: Level
    code: str
    name: str
    parent: str
    population: int | None = None
    shape: BaseGeometry | None = None
    point: tuple[float, float] | None = None


@dataclass
class Delivery:
    """Everything a file holds of the wanted municipalities."""

    source: str
    vintage: int
    towns: dict[str, str] = field(default_factory=dict)
    districts: dict[str, Area] = field(default_factory=dict)
    neighbourhoods: dict[str, Area] = field(default_factory=dict)
    addresses: dict[str, Counter[str]] = field(default_factory=dict)
    """Four digits of a postcode -> addresses by wijk."""

    def town_codes(self) -> set[str]:
        """Return the municipalities of which there is something to store."""
        codes = self.districts.keys() | self.neighbourhoods.keys()
        found = {municipality_of(code) for code in codes}
        return found | {municipality_of(code) for counts in self.addresses.values() for code in counts}


def read_delivery(path: Path, wanted: Collection[str], year: int | None, folder: Path, limits: Limits) -> Delivery:
    """Read what `path` says of the municipalities `wanted` (codes). Raises BadFile; changes nothing."""
    parts = parts_of(path, folder, limits)
    tables = [(part, table) for part in parts for table in tables_of(part, limits)]
    areas = _best_areas(tables)
    addresses = [(part, table) for part, table in tables if table.columns.is_addresses]
    if not areas and not addresses:
        raise BadFile(f"Ik herken geen wijken, buurten of postcodes in {path.name}.")
    years: set[int] = set()
    delivery = Delivery(path.name, 0)
    for _, table in areas:
        _collect(delivery, _areas(table, wanted, years, limits))
    for _, table in addresses:
        _count(delivery, table, wanted)
    delivery.vintage = year or _year(years, [*areas, *addresses], path)
    return delivery


def _best_areas(tables: list[tuple[Part, Table]]) -> list[tuple[Part, Table]]:
    """Return one table a level: a file may hold buurten as areas, and again as points or as figures."""
    found: dict[Any, tuple[Part, Table]] = {}
    for part, table in tables:
        if table.columns.is_areas:
            key = table.columns.level
            if key not in found or (table.has_shapes and not found[key][1].has_shapes):
                found[key] = (part, table)
    return list(found.values())


def _collect(delivery: Delivery, areas: Iterable[Area]) -> None:
    for area in areas:
        if area.level is Level.MUNICIPALITY:
            delivery.towns[area.code] = area.name
            continue
        shelf = delivery.districts if area.level is Level.DISTRICT else delivery.neighbourhoods
        if area.code in shelf:
            raise BadFile(f"{area.code} staat twee keer in het bestand.")
        shelf[area.code] = area


def _areas(table: Table, wanted: Collection[str], years: set[int], limits: Limits) -> Iterator[Area]:
    points = 0
    for number, (row, geometry) in enumerate(table.rows()):
        if number >= limits.areas:
            raise BadFile("Er staan te veel gebieden in het bestand.")
        found = _identify(row, table.columns.level)
        if found is None:
            continue
        level, code, year = found
        town = code if level is Level.MUNICIPALITY else municipality_of(code)
        town = area_code(Level.MUNICIPALITY, row.get("municipality") or town) or town
        if town not in wanted or _is_water(row, code):
            continue
        years.update({year, _year_of(row)} - {None})  # type: ignore[arg-type]
        named = row.get("municipality_name")
        if named:
            yield Area(Level.MUNICIPALITY, town, _name(named, town), town)
        if level is Level.MUNICIPALITY and named:
            continue
        shape = _shape(geometry) if level is not Level.MUNICIPALITY else None
        points += 0 if shape is None else size(shape)
        if points > limits.points:
            raise BadFile("De grenzen in het bestand hebben te veel punten.")
        yield Area(
            level,
            code,
            _name(row.get(_NAMES[level]) or row.get("area_name"), code),
            _parent(row, level, code, town),
            _number(row.get("population")),
            shape,
            _point(row),
        )


_MEANINGS = {Level.NEIGHBOURHOOD: "neighbourhood", Level.DISTRICT: "district", Level.MUNICIPALITY: "municipality"}
_NAMES = {level: f"{meaning}_name" for level, meaning in _MEANINGS.items()}


def _identify(row: dict[str, Any], level: Level | None) -> tuple[Level, str, int | None] | None:
    """Return (level, code, year in the code) of a row, or None for a row that is no area (a total, a blank)."""
    if level is not None:
        code = area_code(level, row.get(_MEANINGS[level]))
        return (level, code, None) if code else None
    for meaning in ("area", "dated_area"):
        found = read_code(str(row.get(meaning) or ""))
        if found:
            dated = read_code(str(row.get("dated_area") or ""))
            return found[0], found[1], found[2] or (dated[2] if dated else None)
    return None


def _is_water(row: dict[str, Any], code: str) -> bool:
    word = str(row.get("water") or "").strip().upper()
    return word not in ("", "NEE", "N", "0", "FALSE", "NONE") or (code[:2] == "BU" and code.endswith(_WATER))


def _parent(row: dict[str, Any], level: Level, code: str, town: str) -> str:
    if level is Level.NEIGHBOURHOOD:
        return area_code(Level.DISTRICT, row.get("district")) or f"WK{code[2:8]}"
    return town


def _name(written: Any, code: str) -> str:
    name = clean_line(str(written or ""))
    if not name or len(name) > NAME_MAX:
        raise BadFile(f"{code} heeft geen bruikbare naam.")
    return name


def _number(written: Any) -> int | None:
    """Return a count; CBS writes -99997 for secret and -99995 for unknown."""
    try:
        number = float(str(written).replace(",", "."))
    except ValueError:
        return None
    return round(number) if _SENTINEL < number < 1e9 and number >= 0 else None


def _point(row: dict[str, Any]) -> tuple[float, float] | None:
    try:
        lon, lat = float(row["lon"]), float(row["lat"])
    except (KeyError, TypeError, ValueError):
        return None
    return (lon, lat) if 3 <= lon <= 8 and 50 <= lat <= 54 else None


def _shape(geometry: Any) -> BaseGeometry | None:
    raw = shape_of_blob(geometry) if isinstance(geometry, bytes) else shape_of_geojson(geometry)
    return in_degrees(raw) if raw is not None else None


def _year_of(row: dict[str, Any]) -> int | None:
    year = _number(row.get("year"))
    return year if year and 2000 <= year < 2050 else None


def _year(said: set[int], tables: list[tuple[Part, Table]], path: Path) -> int:
    """Return the year of the data: as the rows say, else the column names, else the file names."""
    for years in (
        said,
        {table.columns.year for _, table in tables},
        {vintage_in(part.name.rsplit("/")[-1]) for part, _ in tables},
        {vintage_in(path.name)},
    ):
        known = {year for year in years if year}
        if len(known) == 1:
            return known.pop()
    raise BadFile(f"Ik zie niet van welk jaar {path.name} is. Geef het jaar op met --year.")


def _count(delivery: Delivery, table: Table, wanted: Collection[str]) -> None:
    """Count addresses by postcode and wijk, row by row: there are some nine million in the country."""
    by_district = "district" in table.columns
    level, meaning = (Level.DISTRICT, "district") if by_district else (Level.NEIGHBOURHOOD, "neighbourhood")
    known: dict[str, str | None] = {}
    for row, _ in table.rows():
        written = row[meaning]
        if written not in known:
            code = area_code(level, written)
            known[written] = f"WK{code[2:8]}" if code and municipality_of(code) in wanted else None
        district = known[written]
        digits = pc4(row["pc6"]) if district else None
        if district and digits:
            delivery.addresses.setdefault(digits, Counter())[district] += 1
