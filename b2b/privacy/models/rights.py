"""Tables of the rights of residents: copies, requests, deletions, and which deletions a backup must hear of."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed
from b2b.privacy.rules.copies import CopyState
from b2b.privacy.rules.erasing import ErasureState
from b2b.privacy.rules.requests import STOPS, About, RequestKind, RequestState


class DataCopy(SQLModel, table=True):
    """A copy of everything that is known of one member, made by a job.

    Purpose: access and portability (AVG 15 and 20). `content` is a ZIP in base64, sealed; it is there from
    `ready_at` to `expires_at` and then emptied. The row says a month longer that there was a copy, and when it
    was last fetched. Goes with the account.
    """

    __tablename__ = "data_copies"
    __table_args__ = (
        Index(
            "uq__data_copies__asked",
            "member_id",
            unique=True,
            **only_where("state = 'asked'"),
        ),
        Index("ix__data_copies__expiry", "state", "expires_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    state: CopyState = Field(default=CopyState.ASKED, sa_type=by_value(CopyState))
    content: str | None = Field(default=None, sa_type=Sealed, repr=False)
    asked_at: datetime
    ready_at: datetime | None = None
    expires_at: datetime | None = None
    fetched_at: datetime | None = None


class DataRequest(SQLModel, table=True):
    """Something that a member asks about their data, on which a person decides within a month.

    Purpose: objection, rectification and restriction (AVG 16, 18 and 21). What was asked and answered is sealed;
    the row goes a year after the answer, and with the account. One that keeps somebody out of figures stays as long
    as the account; once that is erased, what is left to count is about nobody.
    """

    __tablename__ = "data_requests"
    __table_args__ = (
        UniqueConstraint("member_id", "once"),
        Index("ix__data_requests__queue", "municipality_id", "state", "due_on", "id"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    kind: RequestKind = Field(sa_type=by_value(RequestKind))
    about: About = Field(sa_type=by_value(About))
    words: str = Field(sa_type=Sealed, repr=False)
    once: str = Field(max_length=32)
    state: RequestState = Field(default=RequestState.OPEN, sa_type=by_value(RequestState))
    asked_at: datetime
    due_on: date
    answer: str | None = Field(default=None, sa_type=Sealed, repr=False)
    answered_by_id: int | None = link("members.id", index=False, null=True)
    answered_at: datetime | None = None

    @property
    def is_about_counting(self) -> bool:
        """Say whether a yes keeps its member out of figures, without anybody doing more."""
        return self.kind in STOPS and self.about is About.FIGURES


class Erasure(SQLModel, table=True):
    """Somebody wants their account deleted. Until `due_at` they can take that back; then a job erases.

    Purpose: to do it once and whole, also when the machine stops half-way: `counts` says which parts are done, and
    how many rows of which table went. It holds nothing of the person but their key, which says nothing
    once they are erased. Gone after KEEP_ERASURES.
    """

    __tablename__ = "erasures"
    __table_args__ = (
        Index(
            "uq__erasures__standing",
            "member_id",
            unique=True,
            **only_where("state IN ('asked', 'at_work')"),
        ),
        Index("ix__erasures__due", "state", "due_at"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    state: ErasureState = Field(default=ErasureState.ASKED, sa_type=by_value(ErasureState))
    asked_at: datetime
    due_at: datetime
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    ended_at: datetime | None = None


class ErasureMark(SQLModel, table=True):
    """That an account was erased: a keyed fingerprint of its key and reference, and nothing else.

    Purpose: a backup from before the erasure is told to erase again. Gone when no backup can be so old
    (`keep_until`).
    """

    __tablename__ = "erasure_marks"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    mark: bytes = Field(sa_type=LargeBinary, unique=True)
    erased_at: datetime
    keep_until: datetime = Field(index=True)
