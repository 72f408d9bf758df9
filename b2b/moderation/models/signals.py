"""Table of what the software saw."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, primary_key
from b2b.moderation.rules import TargetKind
from b2b.moderation.signals.shapes import Action


class Signal(SQLModel, table=True):
    """One detector spoke about one thing. No words of the thing are kept here.

    `code` and `version` say which detector, `action` what followed. Hints to a writer are not
    stored: they are between the writer and the form. Gone at `expires_at`.
    """

    __tablename__ = "signals"
    __table_args__ = (UniqueConstraint("target_kind", "target_id", "code"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    target_kind: TargetKind = Field(sa_type=by_value(TargetKind))
    target_id: int = Field(sa_type=BigId)
    author_id: int = link("members.id", index=False)
    code: str = Field(max_length=64)
    version: int
    action: Action = Field(sa_type=by_value(Action))
    created_at: datetime
    expires_at: datetime = Field(index=True)
