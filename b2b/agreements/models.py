"""Tables of appointments and of what both sides say afterwards."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.agreements.rules import PLACE_MAX, SIGN_MAX, AgreementState, CancelReason, Happened, Helped, Otherwise, Worth
from b2b.core.columns import BigId, by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed


class Agreement(SQLModel, table=True):
    """A moment and a place that two neighbours agree on. The address is sealed and short-lived.

    A change is a new row that cancels the old one: `series` is the reference of the first and
    names the one entry in a calendar, `sequence` counts what was said about it.

    `cancelled_why` is what who called it off chose to say to the other. `reminded_at` and `asked_back_at` are when the
    clock wrote to both, so that it does so once.

    `code_word` is what both say at the door, `asker_sign` and `helper_sign` how each is recognised: for these two only,
    erased a day after the appointment.
    """

    __tablename__ = "agreements"
    __table_args__ = (
        Index(None, "state", "starts_at"),
        # Two people have one appointment at a time, whoever proposes it first.
        Index(
            "uq__agreements__standing",
            "conversation_id",
            unique=True,
            **only_where("state IN ('proposed', 'agreed')"),
        ),
        # What must be erased is found without reading what has no address.
        Index(
            "ix__agreements__address",
            "starts_at",
            **only_where("address IS NOT NULL"),
        ),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    series: str = Field(max_length=11)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    conversation_id: int = link("conversations.id")
    post_id: int = link("posts.id")
    asker_id: int = link("members.id")
    helper_id: int = link("members.id")
    proposed_by_id: int = link("members.id", index=False)
    starts_at: datetime
    place: str = Field(max_length=PLACE_MAX)
    state: AgreementState = Field(default=AgreementState.PROPOSED, sa_type=by_value(AgreementState))
    sequence: int = 0
    address: str | None = Field(default=None, sa_type=Sealed)
    address_shared_at: datetime | None = None
    address_seen_at: datetime | None = None
    address_gone_at: datetime | None = None
    created_at: datetime
    cancelled_why: CancelReason | None = Field(default=None, nullable=True, sa_type=by_value(CancelReason))
    reminded_at: datetime | None = None
    asked_back_at: datetime | None = None
    code_word: str = Field(default="", max_length=32, sa_column_kwargs={"server_default": ""})
    asker_sign: str = Field(default="", max_length=SIGN_MAX, sa_column_kwargs={"server_default": ""})
    helper_sign: str = Field(default="", max_length=SIGN_MAX, sa_column_kwargs={"server_default": ""})

    @property
    def participants(self) -> tuple[int, int]:
        """Return the two members whose appointment this is."""
        return self.asker_id, self.helper_id

    def other(self, member_id: int | None) -> int:
        """Return the member on the other side."""
        return self.helper_id if member_id == self.asker_id else self.asker_id


class Outcome(SQLModel, table=True):
    """What one side says afterwards, in one tap; it may be corrected.

    `worth` and `otherwise` are two questions that both may leave open: what the help was worth, and whom the asker
    would have turned to without it. Purpose: figures about many; they are shown to nobody else, and go with the row.
    """

    __tablename__ = "outcomes"
    __table_args__ = (UniqueConstraint("agreement_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    agreement_id: int = link("agreements.id", index=False)
    member_id: int = link("members.id", index=False)
    happened: Happened = Field(sa_type=by_value(Happened))
    helped: Helped | None = Field(default=None, sa_type=by_value(Helped))
    worth: Worth | None = Field(default=None, nullable=True, sa_type=by_value(Worth))
    otherwise: Otherwise | None = Field(default=None, nullable=True, sa_type=by_value(Otherwise))
    at: datetime


class AgreementShare(SQLModel, table=True):
    """The asker lets somebody they trust see an appointment: by a signed link with this reference, until the visit is over.

    One stands at a time (`ended_at` empty); the address is shown only `with_address`, while the helper may see it too.
    The row says that and when it was shared, never with whom; it goes SHARES_KEPT after it was made.
    """

    __tablename__ = "agreement_shares"
    __table_args__ = (
        Index(
            "uq__agreement_shares__standing",
            "agreement_id",
            unique=True,
            **only_where("ended_at IS NULL"),
        ),
        Index(None, "made_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    agreement_id: int = link("agreements.id", index=False)
    with_address: bool
    made_at: datetime
    ended_at: datetime | None = None


class CalendarFeed(SQLModel, table=True):
    """The secret address of somebody's own calendar: kept as a hash, gone half a year after it was last asked for."""

    __tablename__ = "calendar_feeds"

    member_id: int = Field(primary_key=True, foreign_key="members.id", sa_type=BigId)
    municipality_id: int = link("municipalities.id", index=False)
    token_hash: bytes = Field(sa_type=LargeBinary, unique=True)
    used_on: date
