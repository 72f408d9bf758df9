"""Everything of one member, walked from the data map: what it says belongs to them and may be told."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy import Table as Stored

from b2b.core.db import Work
from b2b.privacy.queries.owning import owned_by, stored
from b2b.privacy.rules import Table
from b2b.privacy.rules.labels import OWN_SIDE, THEMES, exported

MOST = 5000
"""So many rows of one table at once: more than anybody wrote, and less than a machine can hold."""


@dataclass(frozen=True)
class Part:
    """The rows of one table: what is said of it, and column -> value of each row, the newest first."""

    table: Table
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Theme:
    """Parts that belong together; only those of which there is something."""

    title: str
    parts: list[Part]


def everything(work: Work, member_id: int, most: int = MOST) -> list[Theme]:
    """Return all that is known of a member, by theme, at most `most` rows of each table; nothing of anybody else."""
    found = [Theme(title, _parts(work, tables, member_id, most)) for title, tables in THEMES]
    return [theme for theme in found if theme.parts]


def _parts(work: Work, tables: tuple[Table, ...], member_id: int, most: int) -> list[Part]:
    parts = [Part(table, rows(work, table, member_id, most)) for table in tables if table.owners and exported(table)]
    return [part for part in parts if part.rows]


def rows(work: Work, table: Table, member_id: int, most: int = MOST) -> list[dict[str, Any]]:
    """Return the rows of one table that are this member's and may be told, as column -> value."""
    there = stored(table.name)
    names = [column.name for column in exported(table)]
    sides = {name: OWN_SIDE[table.name, name] for name in names if (table.name, name) in OWN_SIDE}
    wanted: list[Any] = [there.c[name] for name in names]
    wanted += [there.c[side].label(f"side {side}") for side in sorted(set(sides.values()))]
    order = [column.desc() for column in there.primary_key.columns]
    found = select(*wanted).where(owned_by(table.name, member_id), *_told(there, table)).order_by(*order).limit(most)
    read = [dict(row._mapping) for row in work.execute(found)]
    return [_mine(row, sides, member_id, work) for row in read]


def _mine(row: dict[str, Any], sides: dict[str, str], member_id: int, work: Work) -> dict[str, Any]:
    for name, side in sides.items():
        if row[f"side {side}"] != member_id:
            row[name] = None
    return {name: value for name, value in row.items() if not name.startswith("side ")}


def _told(there: Stored, table: Table) -> list[ColumnElement[bool]]:
    """Leave out what must not be told to its owner: telling it would endanger somebody."""
    if not table.withheld:
        return []
    column = there.c[table.withheld.removeprefix("!")]
    return [column.is_(True) if table.withheld.startswith("!") else or_(column.is_(False), column.is_(None))]
