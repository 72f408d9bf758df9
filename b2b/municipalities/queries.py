"""Questions about places. Labels come from a snapshot in memory: no page asks the database for them."""

from typing import Any

from sqlmodel import col, select

from b2b.core.calendar import ORDINARY, FreeDays, WorkingWeek, read_hours
from b2b.core.db import Work
from b2b.municipalities.models import Municipality, MunicipalityHost, Setting
from b2b.municipalities.rules import pc4
from b2b.municipalities.snapshots import Hood, Places, Quarter, forget_places, places

__all__ = [
    "Hood",
    "Places",
    "Quarter",
    "adjacent_ids",
    "district_for_postcode",
    "districts_with_neighbourhoods",
    "forget_places",
    "host_of",
    "is_open",
    "municipality_by_code",
    "municipality_for_host",
    "municipality_ids",
    "neighbourhood_by_reference",
    "places",
    "setting",
    "setting_now",
    "settings",
    "shut_hoods",
    "towns",
    "working_week",
]

OPENING = "posts.opening"
"""The choice that says in which neighbourhoods posts can be placed: `only` these, and not the `shut` ones."""


def municipality_for_host(work: Work, host: str) -> Municipality | None:
    """Return the municipality that `host` (without port) shows: its own, or the default one."""
    own = (
        select(Municipality)
        .join(MunicipalityHost, col(MunicipalityHost.municipality_id) == col(Municipality.id))
        .where(MunicipalityHost.host == host.lower())
    )
    return work.exec(own).first() or work.exec(select(Municipality).where(Municipality.is_default)).first()


def host_of(work: Work, municipality_id: int) -> str | None:
    """Return a host name of a municipality, the first by alphabet, or None when it has none of its own."""
    hosts = select(MunicipalityHost.host).where(MunicipalityHost.municipality_id == municipality_id)
    return work.exec(hosts.order_by(MunicipalityHost.host).limit(1)).first()


def is_open(work: Work, municipality_id: int) -> bool:
    """Say whether residents can take part in this municipality."""
    return work.exec(select(Municipality.opened_at).where(Municipality.id == municipality_id)).first() is not None


def municipality_ids(work: Work) -> list[int]:
    """Return every municipality that takes part."""
    return [key or 0 for key in work.exec(select(Municipality.id).order_by(col(Municipality.id)))]


def municipality_by_code(work: Work, code: str) -> Municipality | None:
    """Return the municipality with this CBS code (GM0344)."""
    return work.exec(select(Municipality).where(Municipality.code == code)).first()


def districts_with_neighbourhoods(work: Work, municipality_id: int) -> tuple[Quarter, ...]:
    """Return the wijken in the order of their codes, each with its neighbourhoods by name."""
    return places(work, municipality_id).quarters


def neighbourhood_by_reference(work: Work, municipality_id: int, reference: str) -> Hood | None:
    """Return the neighbourhood that an address calls `reference` (its slug)."""
    return places(work, municipality_id).by_slug.get(reference)


def adjacent_ids(work: Work, municipality_id: int, neighbourhood_id: int) -> tuple[int, ...]:
    """Return the neighbourhoods that share a border with this one, the longest border first."""
    hood = places(work, municipality_id).hoods.get(neighbourhood_id)
    return hood.adjacent if hood else ()


def district_for_postcode(work: Work, municipality_id: int, typed: str) -> Quarter | None:
    """Return the wijk that a typed postcode suggests; a suggestion, because a postcode can lie in several."""
    digits = pc4(typed)
    return places(work, municipality_id).suggestion(digits) if digits else None


def shut_hoods(work: Work, municipality_id: int) -> frozenset[int]:
    """Return the neighbourhoods in which residents cannot place a post yet, from memory."""
    here = places(work, municipality_id)
    chosen = here.settings.get(OPENING) or {}
    only = chosen.get("only")
    outside = () if only is None else (key for key in here.hoods if key not in only)
    return frozenset(chosen.get("shut", ())) | frozenset(outside)


def settings(work: Work, municipality_id: int) -> dict[str, Any]:
    """Return what a municipality chose for itself, by key, as it stands in the database now."""
    rows = work.exec(select(Setting.key, Setting.value).where(Setting.municipality_id == municipality_id))
    return dict(rows.all())


def setting_now(work: Work, municipality_id: int, key: str, default: Any) -> Any:
    """Return one choice as it stands in the database now: for what must hold at once in every process."""
    found = select(Setting.value).where(Setting.municipality_id == municipality_id, Setting.key == key)
    return work.exec(found).first() or default


def towns(work: Work) -> dict[int, Municipality]:
    """Return the municipalities that take part, by key, in the order of their names."""
    found = select(Municipality).where(col(Municipality.ended_on).is_(None)).order_by(Municipality.name)
    return {town.id or 0: town for town in work.exec(found)}


def setting(work: Work, municipality_id: int, key: str, default: Any) -> Any:
    """Return one choice of a municipality, from memory, or `default` when it made none."""
    return places(work, municipality_id).settings.get(key, default)


def working_week(work: Work, municipality_id: int) -> WorkingWeek:
    """Return when people of this municipality work: its own hours and free days, or the ordinary ones."""
    hours = setting(work, municipality_id, "calendar.office_hours", None)
    opens, closes = read_hours(hours) if hours else (ORDINARY.opens, ORDINARY.closes)
    free = FreeDays(setting(work, municipality_id, "calendar.free_days", ORDINARY.free))
    return WorkingWeek(opens, closes, free)
