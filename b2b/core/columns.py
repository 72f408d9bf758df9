"""Column types that mean the same on SQLite and PostgreSQL."""

from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Enum, Integer, text
from sqlmodel import Field, SQLModel

# Before any table is made: every model imports this module first.
SQLModel.metadata.naming_convention = {
    "ix": "ix__%(table_name)s__%(column_0_N_name)s",
    "uq": "uq__%(table_name)s__%(column_0_N_name)s",
    "ck": "ck__%(table_name)s__%(constraint_name)s",
    "fk": "fk__%(table_name)s__%(column_0_N_name)s__%(referred_table_name)s",
    "pk": "pk__%(table_name)s",
}

BigId = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key. SQLite only counts up by itself for a column declared INTEGER."""


def by_value(enum: type[StrEnum]) -> Enum:
    """Store an enum by its value, with a CHECK constraint, as plain text on both databases."""
    return Enum(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        name=enum.__name__.lower(),
        length=32,
    )


def only_where(condition: str, *, postgresql: str = "") -> dict[str, Any]:
    """Return what limits an index to the rows with this condition (SQL; `postgresql` where it is said differently there)."""
    return {"sqlite_where": text(condition), "postgresql_where": text(postgresql or condition)}


def primary_key() -> Any:
    """Return the field of an internal key; it never leaves the house."""
    return Field(default=None, primary_key=True, sa_type=BigId)


def link(target: str, *, index: bool = True, null: bool = False, unique: bool = False) -> Any:
    """Return a foreign key to `target` ("posts.id"), indexed unless said otherwise."""
    extra: dict[str, Any] = {"default": None} if null else {}
    return Field(foreign_key=target, index=index and not unique, unique=unique, nullable=null, sa_type=BigId, **extra)
