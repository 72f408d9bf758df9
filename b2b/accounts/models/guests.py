"""Staff of another municipality who work here."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key

TOWN_MAX = 80


class StaffGuest(SQLModel, table=True):
    """Somebody of the staff of another municipality (`home_id`) worked in this one, by an agreement of the two.

    Purpose: pages, mails and the log here can say whose worker it was (`town`), while the row of the member itself lies
    where nobody here sees it. No name. It goes when the log that points at it is gone: GUEST_KEPT after the last time.
    """

    __tablename__ = "staff_guests"
    __table_args__ = (UniqueConstraint("municipality_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    home_id: int = link("municipalities.id", index=False)
    town: str = Field(max_length=TOWN_MAX)
    seen_at: datetime
