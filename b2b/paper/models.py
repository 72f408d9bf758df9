"""Tables of the desk's lane: who takes part without e-mail, and what came of each call.

Why we keep them: so that news for somebody who cannot be mailed is told by a person, and two colleagues do not call
twice. A telephone number goes PHONE_KEPT after the last request and call, or at once with an e-mail address; a call
goes CALLS_KEPT after it was made; the row of a person goes with the account.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.paper.rules import CallOutcome


class PaperPerson(SQLModel, table=True):
    """A member who was made at the desk: who made it, and when this person said yes aloud.

    `phone` is sealed, given or not as the person likes; `once` makes a double click one person.
    """

    __tablename__ = "paper_people"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", unique=True)
    made_by_id: int = link("members.id", index=False)
    agreed_at: datetime
    phone: str | None = Field(default=None, sa_type=Sealed, repr=False)
    phone_at: datetime | None = None
    once: str = Field(max_length=32, unique=True)


class PaperCall(SQLModel, table=True):
    """Somebody of the desk called, or was called. `told`: how many pieces of news the person knows since."""

    __tablename__ = "paper_calls"
    __table_args__ = (Index(None, "member_id", "at"), Index(None, "at"))

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", index=False)
    by_id: int = link("members.id", index=False)
    outcome: CallOutcome = Field(sa_type=by_value(CallOutcome))
    note: str | None = Field(default=None, sa_type=Sealed, repr=False)
    told: int = 0
    once: str = Field(max_length=32, unique=True)
    at: datetime
