"""Which rows are a member's: the paths of the data map, as conditions that a database understands."""

from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select
from sqlmodel import SQLModel

from b2b.privacy.rules import MAP
from b2b.privacy.rules import Table as Mapped


def stored(name: str) -> Table:
    """Return the table of this name as it is stored."""
    return SQLModel.metadata.tables[name]


def owned_by(name: str, member_id: int) -> ColumnElement[bool]:
    """Return the condition under which a row of table `name` belongs to this member, by any of its paths."""
    return or_(*(_path(stored(name), path.split("."), member_id) for path in MAP[name].owners))


def personal_tables() -> list[Mapped]:
    """Return what the map says of each table with rows of members, those that are pointed at first."""
    known = [table.name for table in SQLModel.metadata.sorted_tables]
    return [MAP[name] for name in known if name in MAP and MAP[name].owners]


def _path(table: Table, steps: list[str], member_id: int) -> ColumnElement[bool]:
    first, *rest = steps
    if "=" in first:  # "email_key=members.email_key": the path ends at the member with the same value
        mine, _, _ = first.partition("=")
        other = stored("members")
        same = select(other.c[rest[0]]).where(other.c.id == member_id)
        return table.c[mine].in_(same)
    if not rest:
        return table.c[first] == member_id
    target: Any = next(iter(table.c[first].foreign_keys)).column
    return table.c[first].in_(select(target).where(_path(target.table, rest, member_id)))
