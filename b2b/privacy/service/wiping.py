"""What the data map says of a table, done to the rows of one member: delete, empty, put something else, or keep."""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Integer, LargeBinary, String, TypeDecorator, delete, update
from sqlmodel import SQLModel

from b2b.core.crypto import Sealed
from b2b.core.db import Work
from b2b.privacy.queries.owning import owned_by, stored
from b2b.privacy.rules import MAP, Erase
from b2b.privacy.rules import Column as Said


def wipe(work: Work, name: str, member_id: int) -> int:
    """Do to the rows of this member in table `name` what the map says; return how many rows it touched.

    Doing it twice leaves the same.
    """
    if MAP[name].erase is Erase.DELETE:
        return work.connection().execute(delete(stored(name)).where(owned_by(name, member_id))).rowcount
    values = {said.name: put(stored(name).c[said.name], said) for said in MAP[name] if said.erase in _CHANGES}
    if not values:
        return 0
    changed = update(stored(name)).where(owned_by(name, member_id)).values(values)
    return work.connection().execute(changed).rowcount


_CHANGES = (Erase.CLEAR, Erase.REPLACE)


def put(column: Column[Any], said: Said) -> Any:
    """Return what comes in the place of what was in a column."""
    if said.erase is Erase.REPLACE:
        return said.instead
    if column.nullable:
        return None
    return _empty(column)


def _empty(column: Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, Sealed):
        return ""
    plain = kind.impl if isinstance(kind, TypeDecorator) else kind
    for shape, nothing in _NOTHING:
        if isinstance(plain, shape):
            return nothing
    if isinstance(plain, JSON):
        made: Any = _model(column.table.name).model_fields[column.name].default_factory
        return made()
    raise TypeError(f"{column.table.name}.{column.name} cannot be empty")


_NOTHING: tuple[tuple[Any, Any], ...] = ((String, ""), (Boolean, False), (Integer, 0), (LargeBinary, b""))


def _model(name: str) -> Any:
    """Return the class that is stored in table `name`: it knows whether a list or an object is empty there."""
    registry: Any = SQLModel._sa_registry
    return next(mapper.class_ for mapper in registry.mappers if mapper.local_table.name == name)
