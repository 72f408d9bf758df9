"""Tables of texts that people accept, and the proof that they did."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key


class Terms(SQLModel, table=True):
    """One version of one text. `subject`: "spelregels", "privacy" or "hulp:<category code>"."""

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("municipality_id", "subject", "language", "version"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id")
    subject: str = Field(max_length=64)
    language: str = Field(default="nl", max_length=8)
    version: int
    title: str = Field(max_length=120)
    body: str = Field(max_length=8000)
    hash: str = Field(max_length=64)
    effective_from: datetime
    built_in: bool = True
    """Whether this version came with the program: a text of the municipality's own is never overtaken."""


class Acceptance(SQLModel, table=True):
    """Somebody accepted one version, at one moment."""

    __tablename__ = "acceptances"
    __table_args__ = (UniqueConstraint("member_id", "terms_id", "post_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    terms_id: int = link("terms.id", index=False)
    post_id: int | None = link("posts.id", null=True)
    hash: str = Field(max_length=64)
    accepted_at: datetime
