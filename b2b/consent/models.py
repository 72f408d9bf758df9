"""Tables of texts that people accept, the proof that they did, and what is signed before opening."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.consent.rules import LANGUAGE, NOTE_MAX, SIGNED_BY_MAX, TEXT_MAX, TITLE_MAX, WHAT_CHANGED_MAX
from b2b.core.columns import BigId, link, only_where, primary_key


class Terms(SQLModel, table=True):
    """One version of one text. `subject`: "spelregels", "privacy" or "hulp:<category code>"."""

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("municipality_id", "subject", "language", "version"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id")
    subject: str = Field(max_length=64)
    language: str = Field(default=LANGUAGE, max_length=8)
    version: int
    title: str = Field(max_length=TITLE_MAX)
    body: str = Field(max_length=TEXT_MAX)
    hash: str = Field(max_length=64)
    effective_from: datetime
    built_in: bool = True
    """Whether this version came with the program: a text of the municipality's own is never overtaken."""
    what_changed: str = Field(default="", max_length=WHAT_CHANGED_MAX)
    significant: bool = False
    """Whether people were told of it beforehand."""
    written_at: datetime | None = None
    written_by_id: int | None = Field(default=None, sa_type=BigId)


class Acceptance(SQLModel, table=True):
    """Somebody accepted one version, at one moment. With a post: when placing that post."""

    __tablename__ = "acceptances"
    __table_args__ = (
        UniqueConstraint("member_id", "terms_id", "post_id"),
        # A NULL is never the same as another NULL, so without a post this index keeps it once.
        Index(
            "uq__acceptances__without_post",
            "member_id",
            "terms_id",
            unique=True,
            **only_where("post_id IS NULL"),
        ),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    terms_id: int = link("terms.id", index=False)
    post_id: int | None = link("posts.id", null=True)
    hash: str = Field(max_length=64)
    version: int = 1
    language: str = Field(default=LANGUAGE, max_length=8)
    accepted_at: datetime


class GoLiveTick(SQLModel, table=True):
    """Somebody signed for one line of the list that comes before opening."""

    __tablename__ = "golive_ticks"
    __table_args__ = (UniqueConstraint("municipality_id", "item"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    item: str = Field(max_length=32)
    signed_by: str = Field(max_length=SIGNED_BY_MAX)
    signed_on: date
    note: str = Field(default="", max_length=NOTE_MAX)
    ticked_by_id: int | None = Field(default=None, sa_type=BigId)
    ticked_at: datetime
