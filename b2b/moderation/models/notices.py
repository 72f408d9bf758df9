"""Table of what people reported."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    LOCATION_MAX,
    NAME_MAX,
    PROVISION_MAX,
    URL_MAX,
    NoticeCategory,
    NoticeGround,
)


class Notice(SQLModel, table=True):
    """What somebody reports, with or without an account (DSA article 16).

    The notifier's name and address are sealed and only used to answer; nobody sees them on a
    page. `snapshot_hash` is the SHA-256 of the words that were reported. `notifier_key` and
    `source_key` are fingerprints: by the first we know how often somebody was right, by the second
    that two notices came from one house. A burst is linked by `duplicate_of_id`; nothing is dropped.
    `receipt_sent_at` and `answered_at` are when the notifier was told (DSA article 16, 4 and 5).
    """

    __tablename__ = "notices"
    __table_args__ = (
        Index("ix__notices__period", "municipality_id", "created_at"),
        Index("ix__notices__notifier_key", "notifier_key"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id")
    category: NoticeCategory = Field(sa_type=by_value(NoticeCategory))
    explanation: str = Field(max_length=EXPLANATION_MAX)
    location: str = Field(default="", max_length=LOCATION_MAX)
    snapshot_hash: str = Field(max_length=64)
    language: str = Field(default="nl", max_length=8)
    notifier_id: int | None = link("members.id", null=True)
    notifier_name: str | None = Field(default=None, sa_type=Sealed)
    notifier_email: str | None = Field(default=None, sa_type=Sealed)
    notifier_key: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    source_key: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    on_behalf_of: str | None = Field(default=None, sa_type=Sealed, repr=False)
    ground: NoticeGround = Field(default=NoticeGround.UNSURE, sa_type=by_value(NoticeGround))
    rule: str | None = Field(default=None, max_length=64)
    legal_provision: str = Field(default="", max_length=PROVISION_MAX)
    content_url: str = Field(default="", max_length=URL_MAX)
    trusted_flagger: bool = False
    duplicate_of_id: int | None = Field(default=None, sa_type=BigId)
    receipt_sent_at: datetime | None = None
    answered_at: datetime | None = None
    good_faith: bool
    once: str = Field(max_length=32, unique=True)
    created_at: datetime


class TrustedFlagger(SQLModel, table=True):
    """An organisation whose notices come first (DSA article 22). Its address is known as a fingerprint only."""

    __tablename__ = "trusted_flaggers"
    __table_args__ = (Index(None, "municipality_id", "email_key"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    name: str = Field(max_length=NAME_MAX)
    email_key: bytes = Field(sa_type=LargeBinary, repr=False)
    added_by_id: int = Field(sa_type=BigId)
    created_at: datetime
    ended_at: datetime | None = None
