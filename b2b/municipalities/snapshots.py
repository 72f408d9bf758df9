"""The places of a municipality in memory, read once and kept until they change.

A change (an import, a setting) gives the municipality a new edition, in the same transaction. The
process that made the change forgets at once; other processes look at the edition of a municipality
at most every `LOOK_AGAIN_SECONDS`.
"""

import itertools
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.municipalities.models import Adjacency, District, Municipality, Neighbourhood, PostcodeHint, Setting
from b2b.municipalities.rules import MOSTLY, slug

EDITION = "places.edition"
LOOK_AGAIN_SECONDS = 30.0
_SHELVES_MAX = 400
"""More than the country has municipalities; tests open many databases."""
_CHANGED = "places.changed"


@dataclass(frozen=True)
class Hood:
    """A neighbourhood as pages need it."""

    id: int
    name: str
    slug: str
    code: str
    district_id: int
    adjacent: tuple[int, ...]
    outline: str
    lon: float
    lat: float
    population: int | None = None


@dataclass(frozen=True)
class Quarter:
    """A wijk with its neighbourhoods; `slug` names it in the addresses of one page."""

    id: int
    name: str
    code: str
    outline: str
    hoods: tuple[Hood, ...]
    slug: str = ""
    population: int | None = None


@dataclass(frozen=True)
class Places:
    """All current places of one municipality, and what it chose for itself."""

    municipality_id: int
    code: str
    name: str
    vintage: int
    quarters: tuple[Quarter, ...]
    hoods: Mapping[int, Hood]
    by_slug: Mapping[str, Hood]
    postcodes: Mapping[str, int]
    shares: Mapping[str, float | None] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    district_vintage: int = 0

    def quarter_of(self, hood_id: int) -> Quarter:
        """Return the wijk a neighbourhood lies in."""
        return next(q for q in self.quarters if q.id == self.hoods[hood_id].district_id)

    def label(self, hood_id: int) -> str:
        """Return the name of a neighbourhood; an ended one reads as its municipality."""
        hood = self.hoods.get(hood_id)
        return hood.name if hood else self.name

    def suggestion(self, pc4: str) -> Quarter | None:
        """Return the wijk that four digits of a postcode suggest."""
        wanted = self.postcodes.get(pc4)
        return next((q for q in self.quarters if q.id == wanted), None)

    def is_mixed(self, pc4: str) -> bool:
        """Say whether a good part of a postcode is known to lie outside the wijk it suggests."""
        share = self.shares.get(pc4)
        return share is not None and share < MOSTLY


@dataclass
class _Shelf:
    """What is remembered of one municipality."""

    edition: Any = None
    looked_at: float = float("-inf")
    places: Places | None = None


_shelves: dict[tuple[Any, ...], _Shelf] = {}
_turns = itertools.count(1)
_forgotten: deque[int] = deque([0], maxlen=1)


def places(work: Work, municipality_id: int) -> Places:
    """Return the places of a municipality, from memory once they were read.

    Raises LookupError when there is no such municipality.
    """
    if _CHANGED in work.info:  # not committed yet: nobody else may see it
        return _read(work, municipality_id)
    shelf = _shelf(work, municipality_id)
    if time.monotonic() - shelf.looked_at > LOOK_AGAIN_SECONDS:
        edition = work.exec(_EDITION, params={"municipality": municipality_id}).first()
        if edition != shelf.edition:
            shelf.places = None
        shelf.edition, shelf.looked_at = edition, time.monotonic()
    found = shelf.places
    if found is None:
        found = shelf.places = _read(work, municipality_id)
    return found


def new_edition(work: Work, municipality_id: int) -> None:
    """Say, in the transaction that changes places, that what is remembered of them is over."""
    row = work.get(Setting, (municipality_id, EDITION))
    if row is None:
        work.add(Setting(municipality_id=municipality_id, key=EDITION, value=1))
    else:
        row.value += 1
    if _CHANGED not in work.info:
        work.info[_CHANGED] = True
        work.after_commit.append(forget_places)


def forget_places() -> None:
    """Read the places anew at the next question."""
    _shelves.clear()
    _forgotten.append(next(_turns))


def turn() -> int:
    """Return how often this process forgot: what is remembered elsewhere is as old as its turn."""
    return _forgotten[-1]


def _shelf(work: Work, municipality_id: int) -> _Shelf:
    key = (*work.store, municipality_id)
    shelf = _shelves.get(key)
    if shelf is None:
        if len(_shelves) >= _SHELVES_MAX:
            _shelves.clear()
        shelf = _shelves.setdefault(key, _Shelf())
    return shelf


_EDITION = select(Setting.value).where(
    Setting.municipality_id == bindparam("municipality"), col(Setting.key) == EDITION
)


def _read(work: Work, municipality_id: int) -> Places:
    town = work.get(Municipality, municipality_id)
    if town is None:
        raise LookupError("no such municipality")
    hoods = _hoods(work, municipality_id)
    quarters = _quarters(work, municipality_id, hoods)
    hints = work.exec(select(PostcodeHint).where(PostcodeHint.municipality_id == municipality_id)).all()
    chosen = work.exec(select(Setting.key, Setting.value).where(Setting.municipality_id == municipality_id))
    of_hoods, of_districts = (
        work.exec(
            select(kind.vintage)
            .where(kind.municipality_id == municipality_id, col(kind.valid_to).is_(None))
            .order_by(col(kind.vintage).desc())
            .limit(1)
        ).first()
        for kind in (Neighbourhood, District)
    )
    return Places(
        municipality_id,
        town.code,
        town.name,
        of_hoods or 0,
        quarters,
        {hood.id: hood for hood in hoods},
        {hood.slug: hood for hood in hoods},
        {hint.pc4: hint.district_id for hint in hints},
        {hint.pc4: hint.share for hint in hints},
        dict(chosen.all()),
        of_districts or 0,
    )


def _hoods(work: Work, municipality_id: int) -> list[Hood]:
    rows = work.exec(
        select(Neighbourhood)
        .where(Neighbourhood.municipality_id == municipality_id, col(Neighbourhood.valid_to).is_(None))
        .order_by(col(Neighbourhood.name))
    ).all()
    current = {row.id for row in rows}
    beside: dict[int, list[int]] = {}
    borders = work.exec(
        select(Adjacency.neighbourhood_id, Adjacency.adjacent_id)
        .join(Neighbourhood, col(Neighbourhood.id) == col(Adjacency.neighbourhood_id))
        .where(Neighbourhood.municipality_id == municipality_id)
        .order_by(col(Adjacency.border_m).desc().nulls_last(), col(Adjacency.adjacent_id))
    )
    for one, other in borders:
        if other in current:
            beside.setdefault(one, []).append(other)
    return [
        Hood(
            row.id or 0,
            row.name,
            row.slug,
            row.code,
            row.district_id,
            tuple(beside.get(row.id or 0, ())),
            row.outline,
            row.lon,
            row.lat,
            row.population,
        )
        for row in rows
    ]


def _quarters(work: Work, municipality_id: int, hoods: list[Hood]) -> tuple[Quarter, ...]:
    rows = work.exec(
        select(District)
        .where(District.municipality_id == municipality_id, col(District.valid_to).is_(None))
        .order_by(col(District.code))
    )
    taken: set[str] = set()
    return tuple(
        Quarter(
            row.id or 0,
            row.name,
            row.code,
            row.outline,
            tuple(hood for hood in hoods if hood.district_id == row.id),
            slug(row.name, taken),
            row.population,
        )
        for row in rows
    )
