"""Tables of measures: what somebody may not do for now, who is on the list, what the police was told."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules.admissions import AdmissionState
from b2b.moderation.rules.measures import SanctionKind, SanctionState


class Sanction(SQLModel, table=True):
    """A measure about a person. Without a complete statement of reasons it cannot be stored.

    It ends at `ends_at`, or (an ended account) is looked at again at `review_at`. It counts as a
    strike until `counts_until`, unless it was lifted.
    """

    __tablename__ = "sanctions"
    __table_args__ = (
        CheckConstraint("ends_at IS NOT NULL OR (kind = 'end' AND review_at IS NOT NULL)", name="ends"),
        CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="lasts"),
        Index("ix__sanctions__member", "member_id", "state"),
        Index("ix__sanctions__due", "state", "ends_at"),
        Index("ix__sanctions__period", "municipality_id", "starts_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    member_id: int = link("members.id", index=False)
    statement_id: int = link("statements.id", unique=True)
    kind: SanctionKind = Field(sa_type=by_value(SanctionKind))
    state: SanctionState = Field(default=SanctionState.ACTIVE, sa_type=by_value(SanctionState))
    starts_at: datetime
    ends_at: datetime | None = None
    review_at: datetime | None = None
    counts_until: datetime
    imposed_by_id: int = link("members.id", index=False)
    reviewed_by_id: int | None = link("members.id", index=False, null=True)
    ended_at: datetime | None = None

    @property
    def involved(self) -> tuple[int, ...]:
        """Return who does not review it: whom it is about, and who imposed it."""
        return self.member_id, self.imposed_by_id


class ListedAddress(SQLModel, table=True):
    """An address that may not make a new account here without a person looking first.

    `key` is a keyed fingerprint for this municipality only: nobody can read the address back, and
    another municipality's list cannot be compared with it. At most 24 months.
    """

    __tablename__ = "listed_addresses"
    __table_args__ = (
        CheckConstraint("months BETWEEN 1 AND 24", name="bounded"),
        UniqueConstraint("municipality_id", "key"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    key: bytes = Field(sa_type=LargeBinary, repr=False)
    sanction_id: int = link("sanctions.id", unique=True)
    months: int
    created_at: datetime
    expires_at: datetime = Field(index=True)


class Admission(SQLModel, table=True):
    """Somebody on the list wants an account: a person looks first. The address is sealed."""

    __tablename__ = "admissions"
    __table_args__ = (
        CheckConstraint("state = 'waiting' OR (decided_by_id IS NOT NULL AND reasons <> '')", name="reasoned"),
        UniqueConstraint("municipality_id", "key"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    key: bytes = Field(sa_type=LargeBinary, repr=False)
    first_name: str = Field(max_length=40)
    email: str | None = Field(default=None, sa_type=Sealed, repr=False)
    language: str = Field(default="nl", max_length=8)
    state: AdmissionState = Field(default=AdmissionState.WAITING, sa_type=by_value(AdmissionState))
    reasons: str = Field(default="", max_length=2000)
    asked_at: datetime
    decided_by_id: int | None = link("members.id", index=False, null=True)
    decided_at: datetime | None = None


class PoliceReport(SQLModel, table=True):
    """What the police was told, when and to whom (DSA article 18): life or safety may be at risk."""

    __tablename__ = "police_reports"
    __table_args__ = (
        CheckConstraint("to_whom <> ''", name="addressed"),
        Index("ix__police_reports__period", "municipality_id", "told_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id")
    what: str = Field(sa_type=Sealed, nullable=False, repr=False)
    to_whom: str = Field(max_length=200)
    told_at: datetime
    told_by_id: int = link("members.id", index=False)
    once: str = Field(max_length=32, unique=True)
    created_at: datetime


class KeptWords(SQLModel, table=True):
    """What a text said before its author was asked to change it: sealed, and gone after `keep_until`."""

    __tablename__ = "kept_words"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    decision_id: int = link("decisions.id", unique=True)
    words: str = Field(sa_type=Sealed, nullable=False, repr=False)
    kept_at: datetime
    keep_until: datetime = Field(index=True)
