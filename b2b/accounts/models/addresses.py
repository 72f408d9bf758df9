"""Table of addresses that were left: for three days the old one can come back."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key
from b2b.core.crypto import Sealed


class EmailUndo(SQLModel, table=True):
    """An address that a member left, and the link by which it comes back. `key` is SHA-256 of the link's token."""

    __tablename__ = "email_undos"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    key: bytes = Field(sa_type=LargeBinary, unique=True)
    email: str = Field(sa_type=Sealed, repr=False)
    email_key: bytes = Field(sa_type=LargeBinary)
    created_at: datetime
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None
