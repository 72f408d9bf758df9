"""One row per message to a person: what it is about, when it went, when it was read."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key


class Notification(SQLModel, table=True):
    """`event` names the mail folder; `subject` holds ids, the words are looked up when it is sent."""

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "member_id", "id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", index=False)
    event: str = Field(max_length=64)
    subject: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    created_at: datetime
    mailed_at: datetime | None = None
    failed_at: datetime | None = None
    read_at: datetime | None = None
