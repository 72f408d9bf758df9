"""Verbs of places: bring in the built-in ones, show a municipality at a host, keep what it chose."""

from collections.abc import Iterable
from typing import Any

from b2b.core.db import Work
from b2b.municipalities.builtin import seed_places
from b2b.municipalities.models import Municipality, MunicipalityHost, Setting
from b2b.municipalities.queries import OPENING
from b2b.municipalities.snapshots import new_edition

__all__ = ["choose", "close_down", "open_in", "open_up", "seed_places", "show_at"]


def choose(work: Work, municipality_id: int, key: str, value: Any) -> None:
    """Keep what a municipality chose for itself under `key`; `value` is anything that JSON can hold."""
    row = work.get(Setting, (municipality_id, key))
    if row is None:
        work.add(Setting(municipality_id=municipality_id, key=key, value=value))
    else:
        row.value = value
    new_edition(work, municipality_id)


def open_up(work: Work, municipality_id: int) -> bool:
    """Let residents take part from now on; False when they could already."""
    town = work.get_one(Municipality, municipality_id)
    if town.opened_at is not None:
        return False
    town.opened_at = work.now()
    new_edition(work, municipality_id)
    return True


def close_down(work: Work, municipality_id: int) -> bool:
    """Let nobody new take part for now; False when that was so already."""
    town = work.get_one(Municipality, municipality_id)
    if town.opened_at is None:
        return False
    town.opened_at = None
    new_edition(work, municipality_id)
    return True


def open_in(work: Work, municipality_id: int, only: Iterable[int] | None, shut: Iterable[int]) -> None:
    """Say where residents can place posts: in the neighbourhoods `only` (None: in all), and never in `shut`."""
    where = {"only": None if only is None else sorted(only), "shut": sorted(shut)}
    choose(work, municipality_id, OPENING, where)


def show_at(work: Work, town: Municipality, host: str) -> None:
    """Show `town` to whoever comes in by the host name `host` (without port)."""
    name = host.strip().lower().rstrip(".")
    row = work.get(MunicipalityHost, name)
    if row is None:
        work.add(MunicipalityHost(host=name, municipality_id=town.id or 0))
    else:
        row.municipality_id = town.id or 0
