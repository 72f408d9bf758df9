"""One row per message to a person: what it is about, when it went, when it was read. And what people wish of our mail."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed
from b2b.notifications.rules.news import Channel, Important, Rest

_UNREAD = "read_at IS NULL"
_FOR_DIGEST = "channel = 'digest' AND mailed_at IS NULL AND read_at IS NULL"


class Notification(SQLModel, table=True):
    """`event` names the mail folder; `subject` holds ids, the words are looked up when it is sent or read.

    So nobody keeps news that is no longer true, or words that were taken away. Kept 180 days (`rules.KEEP`).
    """

    __tablename__ = "notifications"
    __table_args__ = (
        Index(None, "member_id", "id"),
        # The count in the menu, on every page: a handful of rows, found by the index alone.
        Index("ix__notifications__unread", "member_id", **only_where(_UNREAD)),
        Index("ix__notifications__digest", "member_id", **only_where(_FOR_DIGEST)),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", index=False)
    event: str = Field(max_length=64)
    subject: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    channel: Channel = Field(default=Channel.MAIL, sa_type=by_value(Channel))
    created_at: datetime
    mailed_at: datetime | None = None
    failed_at: datetime | None = None
    read_at: datetime | None = None


class MailPreference(SQLModel, table=True):
    """What one member wishes of our mail; who never said anything has no row (`rules.news.Wishes`).

    Purpose: to leave people in peace. Goes with the account.
    """

    __tablename__ = "mail_preferences"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", unique=True)
    important: Important = Field(default=Important.AT_ONCE, sa_type=by_value(Important))
    rest: Rest = Field(default=Rest.DAILY, sa_type=by_value(Rest))
    paused: bool = False
    paused_until: datetime | None = None
    changed_at: datetime


class PushSubscription(SQLModel, table=True):
    """One signed-in device that wants to hear that there is news.

    `address` is sealed: where its browser listens, and its keys; `endpoint_key` is a fingerprint, so that a browser is
    here once. Only sent to while the session is signed in; goes when it ended, when the browser is gone, or by a tap.
    """

    __tablename__ = "push_subscriptions"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    session_key: bytes = Field(sa_type=LargeBinary, unique=True)
    endpoint_key: bytes = Field(sa_type=LargeBinary, unique=True)
    address: str = Field(sa_type=Sealed, repr=False)
    created_at: datetime
