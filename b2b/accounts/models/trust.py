"""Tables of trust: letters with a code, vouching, proofs, words about a role, strikes."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from b2b.accounts.rules.letters import LetterState
from b2b.accounts.rules.trust import REASON_MAX, ROLE_MAX, ProofKind
from b2b.core.columns import by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed


class LetterRun(SQLModel, table=True):
    """Letters that are printed together. `printed_at`: they went to the post."""

    __tablename__ = "letter_runs"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    made_by_id: int = link("members.id", index=False)
    letters: int
    made_at: datetime
    printed_at: datetime | None = None


class Letter(SQLModel, table=True):
    """A code that goes to a door. The address and the code are sealed until the letter is printed, then gone.

    What stays is a fingerprint of each: one to know the code by, one to send an address one letter a month.
    """

    __tablename__ = "letters"
    __table_args__ = (
        Index(None, "municipality_id", "state", "id"),
        Index(None, "address_key", "asked_at"),
        # A double click, or two tabs, ask for one letter.
        Index(
            "uq__letters__standing",
            "member_id",
            unique=True,
            **only_where("state IN ('waiting', 'printing', 'sent')"),
        ),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    run_id: int | None = link("letter_runs.id", null=True)
    state: LetterState = Field(default=LetterState.WAITING, sa_type=by_value(LetterState))
    address: str | None = Field(default=None, sa_type=Sealed, repr=False)
    address_key: bytes = Field(sa_type=LargeBinary, repr=False)
    code: str | None = Field(default=None, sa_type=Sealed, repr=False)
    code_salt: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    code_hash: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    tries: int = 0
    asked_at: datetime
    printed_at: datetime | None = None
    expires_at: datetime | None = Field(default=None, index=True)
    ended_at: datetime | None = None


class Vouch(SQLModel, table=True):
    """A known neighbour says of a newcomer: this one lives here. Stands until taken back, or struck."""

    __tablename__ = "vouches"
    __table_args__ = (
        Index(
            "uq__vouches__standing",
            "member_id",
            "voucher_id",
            unique=True,
            **only_where("taken_back_at IS NULL"),
        ),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", index=False)
    voucher_id: int = link("members.id")
    created_at: datetime
    taken_back_at: datetime | None = None
    struck_at: datetime | None = None


class Proof(SQLModel, table=True):
    """Somebody lives here, for certain: by which way, on whose word. Valid while `ended_at` is empty."""

    __tablename__ = "proofs"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    kind: ProofKind = Field(sa_type=by_value(ProofKind))
    given_by_id: int | None = link("members.id", index=False, null=True)
    reason: str = Field(default="", max_length=REASON_MAX)
    given_at: datetime
    ended_at: datetime | None = None


class VouchedRole(SQLModel, table=True):
    """The municipality's or an organisation's word: a VOG was seen, by whom, when, for which role. Never the paper."""

    __tablename__ = "vouched_roles"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    role: str = Field(max_length=ROLE_MAX)
    seen_by: str = Field(max_length=ROLE_MAX)
    seen_on: date
    expires_on: date
    given_by_id: int = link("members.id", index=False)
    given_at: datetime
    ended_at: datetime | None = None


class Strike(SQLModel, table=True):
    """A rule was broken: by this member (`source`: the decision), or by whom this member vouched for (`about_id`)."""

    __tablename__ = "strikes"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    about_id: int | None = link("members.id", null=True)
    source: str = Field(default="", max_length=32)
    why: str = Field(max_length=REASON_MAX)
    at: datetime
    cleared_at: datetime | None = None
