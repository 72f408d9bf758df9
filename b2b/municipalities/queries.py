"""Questions about places. Labels come from a snapshot in memory: no page asks the database for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.municipalities.models import (
    Adjacency,
    District,
    Municipality,
    MunicipalityHost,
    Neighbourhood,
    PostcodeHint,
    Setting,
)


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


@dataclass(frozen=True)
class Quarter:
    """A wijk with its neighbourhoods."""

    id: int
    name: str
    code: str
    outline: str
    hoods: tuple[Hood, ...]


@dataclass(frozen=True)
class Places:
    """All current places of one municipality."""

    municipality_id: int
    code: str
    name: str
    vintage: int
    quarters: tuple[Quarter, ...]
    hoods: Mapping[int, Hood]
    by_slug: Mapping[str, Hood]
    postcodes: Mapping[str, int]

    def quarter_of(self, hood_id: int) -> Quarter:
        """Return the wijk a neighbourhood lies in."""
        return next(q for q in self.quarters if q.id == self.hoods[hood_id].district_id)

    def label(self, hood_id: int) -> str:
        """Return the name of a neighbourhood; an ended one reads as its municipality."""
        hood = self.hoods.get(hood_id)
        return hood.name if hood else self.name


_snapshots: dict[tuple[str, int], Places] = {}


def places(work: Work, municipality_id: int) -> Places:
    """Return the places of a municipality, from memory once they were read."""
    key = (str(work.get_bind().engine.url), municipality_id)
    if key not in _snapshots:
        _snapshots[key] = _read(work, municipality_id)
    return _snapshots[key]


def forget_places() -> None:
    """Read the places anew at the next question: after an import."""
    _snapshots.clear()


def _read(work: Work, municipality_id: int) -> Places:
    town = work.get(Municipality, municipality_id)
    if town is None:
        raise LookupError("no such municipality")
    beside: dict[int, list[int]] = {}
    for one, other in work.exec(
        select(Adjacency.neighbourhood_id, Adjacency.adjacent_id)
        .join(Neighbourhood, col(Neighbourhood.id) == col(Adjacency.neighbourhood_id))
        .where(Neighbourhood.municipality_id == municipality_id)
        .order_by(col(Adjacency.border_m).desc(), col(Adjacency.adjacent_id))
    ):
        beside.setdefault(one, []).append(other)
    current = work.exec(
        select(Neighbourhood)
        .where(Neighbourhood.municipality_id == municipality_id, col(Neighbourhood.valid_to).is_(None))
        .order_by(col(Neighbourhood.name))
    )
    hoods = [
        Hood(
            n.id or 0,
            n.name,
            n.slug,
            n.code,
            n.district_id,
            tuple(beside.get(n.id or 0, ())),
            n.outline,
            n.lon,
            n.lat,
        )
        for n in current
    ]
    wijken = work.exec(
        select(District)
        .where(District.municipality_id == municipality_id, col(District.valid_to).is_(None))
        .order_by(col(District.code))
    )
    quarters = tuple(
        Quarter(d.id or 0, d.name, d.code, d.outline, tuple(h for h in hoods if h.district_id == d.id))
        for d in wijken
    )
    hints = work.exec(select(PostcodeHint).where(PostcodeHint.municipality_id == municipality_id))
    vintage = work.exec(select(Neighbourhood.vintage).where(Neighbourhood.municipality_id == municipality_id)).first()
    return Places(
        municipality_id,
        town.code,
        town.name,
        vintage or 0,
        quarters,
        {h.id: h for h in hoods},
        {h.slug: h for h in hoods},
        {hint.pc4: hint.district_id for hint in hints},
    )


def municipality_for_host(work: Work, host: str) -> Municipality | None:
    """Return the municipality that `host` (without port) shows: its own, or the default one."""
    own = (
        select(Municipality)
        .join(MunicipalityHost, col(MunicipalityHost.municipality_id) == col(Municipality.id))
        .where(MunicipalityHost.host == host.lower())
    )
    return work.exec(own).first() or work.exec(select(Municipality).where(Municipality.is_default)).first()


def settings(work: Work, municipality_id: int) -> dict[str, Any]:
    """Return what a municipality chose for itself, by key."""
    rows = work.exec(select(Setting.key, Setting.value).where(Setting.municipality_id == municipality_id))
    return dict(rows.all())
