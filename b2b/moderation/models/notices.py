"""Table of what people reported."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules import EXPLANATION_MAX, LOCATION_MAX, NoticeCategory


class Notice(SQLModel, table=True):
    """What somebody reports, with or without an account (DSA article 16).

    The notifier's name and address are sealed and only used to answer; nobody sees them on a
    page. `snapshot_hash` is the SHA-256 of the words that were reported.
    """

    __tablename__ = "notices"

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
    good_faith: bool
    once: str = Field(max_length=32, unique=True)
    created_at: datetime
