"""Table of codes on paper: for a member without an e-mail address, to sign in with once."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, only_where, primary_key
from b2b.core.crypto import Sealed


class PaperCode(SQLModel, table=True):
    """A code that staff print for somebody at the desk. `code` is sealed, there to print it, and gone with its end.

    A member has one that stands (`ended_at` empty). The row goes PAPER_CODE_KEPT after the code ended.
    """

    __tablename__ = "paper_codes"
    __table_args__ = (
        Index(
            "uq__paper_codes__standing",
            "member_id",
            unique=True,
            **only_where("ended_at IS NULL"),
        ),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", index=False)
    made_by_id: int | None = link("members.id", index=False, null=True)
    code: str | None = Field(default=None, sa_type=Sealed, repr=False)
    code_salt: bytes = Field(sa_type=LargeBinary, repr=False)
    code_hash: bytes = Field(sa_type=LargeBinary, repr=False)
    tries: int = 0
    made_at: datetime
    expires_at: datetime = Field(index=True)
    ended_at: datetime | None = None
    used_at: datetime | None = None
