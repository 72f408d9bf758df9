"""Tables of deliveries: through which connection, how far each came, and the links that a desk without accounts gets."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.handoff.rules import AttemptState

URL_MAX = 300


class Connection(SQLModel, table=True):
    """One way to reach a municipality, as its administrator set it; "" as `district` means every wijk without its own.

    The wijk is named by its CBS code, which outlives a new map. What opens the door there is sealed. A connection that
    was taken away stays as a row, because deliveries point at it; its secrets are emptied. It says nothing of a
    resident. The last columns are its health: `fails` counts failures in a row, `rest_until` is the circuit breaker.
    """

    __tablename__ = "connections"
    __table_args__ = (UniqueConstraint("municipality_id", "connector", "district"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    connector: str = Field(max_length=32)
    district: str = Field(default="", max_length=8)
    address: str = Field(default="", max_length=URL_MAX)
    secret: str | None = Field(default=None, sa_type=Sealed)
    callback_secret: str | None = Field(default=None, sa_type=Sealed)
    """What the municipality's notifications must bring along."""
    options: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    is_active: bool = True
    created_at: datetime
    fails: int = 0
    rest_until: datetime | None = None
    well_at: datetime | None = None
    failed_at: datetime | None = None
    failed_words: str | None = Field(default=None, max_length=200)
    tested_at: datetime | None = None
    findings: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What the last test found, line by line; empty while a test runs."""


class Attempt(SQLModel, table=True):
    """One delivery through one connector: how often tried, how far it came, what came back.

    `number` and `object_id` are drawn before the first call and never change, except that a number which somebody else
    already had is drawn anew. `message` is what the resident agreed to, literally; it is erased once it was delivered,
    taken back, or given up and out of time. `steps` holds keys of the other side and no words. `seen` is how it stood
    there when we last looked.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("handoff_id", "connector"),
        Index("uq__attempts__number", "municipality_id", "connector", "number", unique=True),
        Index("ix__attempts__task", "connection_id", "task"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id", index=False)
    connection_id: int | None = link("connections.id", index=False, null=True)
    connector: str = Field(max_length=32)
    state: AttemptState = Field(default=AttemptState.PLANNED, sa_type=by_value(AttemptState))
    tries: int = 0
    number: str | None = Field(default=None, max_length=10)
    object_id: str | None = Field(default=None, max_length=36)
    message: str | None = Field(default=None, sa_type=Sealed)
    steps: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    task: str | None = Field(default=None, max_length=64)
    seen: str | None = Field(default=None, max_length=32)
    seen_at: datetime | None = None
    external_reference: str | None = Field(default=None, max_length=200)
    error: str | None = Field(default=None, max_length=200)
    created_at: datetime
    delivered_at: datetime | None = None


class DeskLink(SQLModel, table=True):
    """A link that opens one handoff for whoever reads the mailbox of a desk, for a few days, and for nothing else.

    Only a fingerprint of it is kept. `open_until`: after the button was pressed, the words can be read for a while.
    Rows go when the link is over.
    """

    __tablename__ = "desk_links"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id")
    key: bytes = Field(unique=True)
    created_at: datetime
    expires_at: datetime = Field(index=True)
    open_until: datetime | None = None
    opened: int = 0
