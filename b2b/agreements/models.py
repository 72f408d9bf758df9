"""Tables of appointments and of what both sides say afterwards."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.agreements.rules import PLACE_MAX, AgreementState, Happened, Helped
from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed


class Agreement(SQLModel, table=True):
    """A moment and a place that two neighbours agree on. The address is sealed and short-lived."""

    __tablename__ = "agreements"
    __table_args__ = (Index(None, "state", "starts_at"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
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
    asked_back_at: datetime | None = None

    @property
    def participants(self) -> tuple[int, int]:
        """Return the two members whose appointment this is."""
        return self.asker_id, self.helper_id


class Outcome(SQLModel, table=True):
    """What one side says afterwards, in one tap; it may be corrected."""

    __tablename__ = "outcomes"
    __table_args__ = (UniqueConstraint("agreement_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    agreement_id: int = link("agreements.id", index=False)
    member_id: int = link("members.id", index=False)
    happened: Happened = Field(sa_type=by_value(Happened))
    helped: Helped | None = Field(default=None, sa_type=by_value(Helped))
    at: datetime
