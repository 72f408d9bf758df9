"""Tables of the desk: who is away and who covers, ready-made texts, who read what was private."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, primary_key
from b2b.moderation.rules import OWN_WORDS_MAX, ReadingWhy
from b2b.moderation.rules.ready import CODE_MAX, TITLE_MAX


class Absence(SQLModel, table=True):
    """A moderator is away for a while; `cover_id` stands in. `ended_at`: came back sooner.

    `applied_at` is when what already waited was given to who covers.
    """

    __tablename__ = "absences"
    __table_args__ = (
        Index("ix__absences__cover", "cover_id", "ends_at"),
        Index("ix__absences__period", "municipality_id", "ends_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    cover_id: int | None = link("members.id", index=False, null=True)
    starts_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None
    applied_at: datetime | None = None
    created_at: datetime


class ReadyText(SQLModel, table=True):
    """What a municipality made of a ready-made text, or one of its own. `retired_at`: not offered any more."""

    __tablename__ = "ready_texts"
    __table_args__ = (UniqueConstraint("municipality_id", "code"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    code: str = Field(max_length=CODE_MAX)
    title: str = Field(max_length=TITLE_MAX)
    body: str = Field(max_length=OWN_WORDS_MAX)
    decisions: str = Field(default="", max_length=200)
    changed_by_id: int = Field(sa_type=BigId)
    changed_at: datetime
    retired_at: datetime | None = None


class Reading(SQLModel, table=True):
    """A moderator opened words from a private conversation, or a private thank-you, with the case that gave the right to.

    Of a thank-you only `thanks_id` stands here, until the thank-you itself is forgotten. Append-only but for that and
    `told_at`: when the two whom it is between heard of it.
    """

    __tablename__ = "readings"
    __table_args__ = (
        Index("ix__readings__conversation", "conversation_id", "at"),
        Index("ix__readings__reader", "reader_id", "at"),
        Index("ix__readings__item", "review_item_id"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id", index=False)
    conversation_id: int | None = link("conversations.id", index=False, null=True)
    message_id: int | None = link("messages.id", index=False, null=True)
    thanks_id: int | None = link("thanks.id", index=False, null=True)
    reader_id: int = link("members.id", index=False)
    why: ReadingWhy = Field(sa_type=by_value(ReadingWhy))
    at: datetime
    told_at: datetime | None = None
