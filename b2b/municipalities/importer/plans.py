"""What a file would change in one municipality: worked out before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.municipalities.importer import shapes
from b2b.municipalities.importer.records import Area, Delivery
from b2b.municipalities.models import Adjacency, District, Municipality, Neighbourhood, PostcodeHint
from b2b.municipalities.rules import (
    BadFile,
    ChangeKind,
    Changes,
    Level,
    WrongMap,
    compare,
    district_name,
    main_district,
    municipality_of,
)

LOST_MAX = 0.25
"""A file that ends more than this share of the neighbourhoods without saying what came instead is incomplete."""


@dataclass
class Stored:
    """What the database holds of a municipality now."""

    town: Municipality | None
    districts: dict[str, District] = field(default_factory=dict)
    neighbourhoods: dict[str, Neighbourhood] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    borders: dict[tuple[int, int], Adjacency] = field(default_factory=dict)
    hints: dict[str, PostcodeHint] = field(default_factory=dict)


@dataclass
class Plan:
    """The new state of one municipality. `borders` None leaves what lies beside what as it is."""

    code: str
    name: str
    vintage: int
    stored: Stored
    districts: dict[str, Area]
    neighbourhoods: dict[str, Area]
    changes: Changes
    outlines: dict[str, str]
    borders: dict[tuple[str, str], int] | None
    hints: dict[str, tuple[str, float]]

    @property
    def is_new(self) -> bool:
        """Say whether this municipality was not known before."""
        return self.stored.town is None


def plan(work: Work, delivery: Delivery, code: str, mapped: Mapping[str, str]) -> Plan:
    """Compare what `delivery` says of the municipality `code` with what is stored. Raises BadFile."""
    stored = _stored(work, code)
    name = stored.town.name if stored.town else delivery.towns.get(code, "")
    if not name:
        raise BadFile(f"De naam van gemeente {code} staat niet in het bestand.")
    ours = {key: area for key, area in delivery.neighbourhoods.items() if municipality_of(key) == code}
    if stored.town is None and not ours:
        raise BadFile(f"In het bestand staan geen buurten van {name}.")
    _check_year(stored, delivery, bool(ours), name)
    districts = _districts(delivery, code, ours, stored)
    drawn = {key: area.shape for key, area in ours.items() if area.shape is not None}
    whole = bool(ours) and len(drawn) == len(ours)
    changes = _changes(stored, ours, drawn if whole else None, mapped)
    _check_complete(stored, changes, name)
    around = {key: area.shape for key, area in districts.items() if area.shape is not None}
    return Plan(
        code,
        name,
        delivery.vintage,
        stored,
        districts,
        ours,
        changes,
        {**shapes.outlines(drawn), **shapes.outlines(around)},
        shapes.borders(drawn) if whole else None,
        _hints(delivery, {*districts, *stored.districts}),
    )


def _stored(work: Work, code: str) -> Stored:
    town = work.exec(select(Municipality).where(Municipality.code == code)).first()
    if town is None or town.id is None:
        return Stored(None)
    districts = work.exec(
        select(District).where(District.municipality_id == town.id, col(District.valid_to).is_(None))
    )
    everything = work.exec(select(Neighbourhood).where(Neighbourhood.municipality_id == town.id)).all()
    current = {hood.code: hood for hood in everything if hood.valid_to is None}
    ids = select(Neighbourhood.id).where(Neighbourhood.municipality_id == town.id)
    borders = work.exec(select(Adjacency).where(col(Adjacency.neighbourhood_id).in_(ids)))
    hints = work.exec(select(PostcodeHint).where(PostcodeHint.municipality_id == town.id))
    return Stored(
        town,
        {district.code: district for district in districts},
        current,
        {hood.slug for hood in everything},
        {(border.neighbourhood_id, border.adjacent_id): border for border in borders},
        {hint.pc4: hint for hint in hints},
    )


def _districts(delivery: Delivery, code: str, ours: Mapping[str, Area], stored: Stored) -> dict[str, Area]:
    """Return the wijken of the file; one that only its buurten name is drawn around them."""
    found = {key: area for key, area in delivery.districts.items() if municipality_of(key) == code}
    for parent in sorted({area.parent for area in ours.values()} - found.keys()):
        known = stored.districts.get(parent)
        if known is not None and (known.outline or known.vintage >= delivery.vintage):
            continue
        inside = [a.shape for a in ours.values() if a.parent == parent and a.shape is not None]
        shape = shapes.union(inside) if inside else None
        name = known.name if known else f"Wijk {parent[-2:]}"
        found[parent] = Area(Level.DISTRICT, parent, name, code, known.population if known else None, shape)
    return {key: _renamed(area) for key, area in found.items()}


def _renamed(area: Area) -> Area:
    name = district_name(area.name)
    return Area(area.level, area.code, name, area.parent, area.population, area.shape, area.point)


def _changes(
    stored: Stored,
    ours: Mapping[str, Area],
    drawn: Mapping[str, BaseGeometry] | None,
    mapped: Mapping[str, str],
) -> Changes:
    if not ours:
        if mapped:
            raise BadFile("Er staan geen buurten in het bestand. --map kan hier niet.")
        return Changes(goes_on={key: key for key in stored.neighbourhoods})
    before = {key: shapes.read_shape(hood.outline) for key, hood in stored.neighbourhoods.items()}
    known = {key: shape for key, shape in before.items() if shape is not None}
    shared = shapes.overlaps(known, drawn) if drawn and len(known) == len(before) else None
    try:
        return compare(
            {key: hood.name for key, hood in stored.neighbourhoods.items()},
            {key: area.name for key, area in ours.items()},
            shared,
            mapped,
        )
    except WrongMap as error:
        raise BadFile(f"--map noemt {error.code}. Die buurt staat niet op de oude of de nieuwe kaart.") from error


def _check_complete(stored: Stored, changes: Changes, name: str) -> None:
    lost = len(changes.of(ChangeKind.GONE))
    if lost > max(1, LOST_MAX * len(stored.neighbourhoods)):
        raise BadFile(f"Volgens dit bestand verdwijnen {lost} buurten van {name}. Het bestand is niet compleet.")


def _check_year(stored: Stored, delivery: Delivery, has_hoods: bool, name: str) -> None:
    """Refuse an older map: it would bring back names and borders that are gone."""
    rows = list(stored.neighbourhoods.values()) if has_hoods else list(stored.districts.values())
    newest = max((row.vintage for row in rows), default=0)
    if (has_hoods or delivery.districts) and delivery.vintage < newest:
        raise BadFile(f"Dit bestand is van {delivery.vintage}. Van {name} staat de indeling van {newest} er al.")


def _hints(delivery: Delivery, districts: set[str]) -> dict[str, tuple[str, float]]:
    """Return for each four digits the wijk of this municipality with the most addresses, and its share."""
    found = {}
    for digits, counts in delivery.addresses.items():
        here = {key: count for key, count in counts.items() if key in districts}
        if here:
            found[digits] = main_district(here)
    return found
