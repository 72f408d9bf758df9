"""Tables of signing in: devices, and the codes that were mailed."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from b2b.accounts.rules import ChallengePurpose
from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed


class SignInSession(SQLModel, table=True):
    """A signed-in device. The key is SHA-256 of the token that only the browser holds."""

    __tablename__ = "sessions"

    key: bytes = Field(primary_key=True, sa_type=LargeBinary)
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    label: str = Field(max_length=80)
    created_at: datetime
    last_seen_at: datetime
    idle_expires_at: datetime
    expires_at: datetime = Field(index=True)
    authenticated_at: datetime
    second_factor_at: datetime | None = None
    revoked_at: datetime | None = None


class SignInChallenge(SQLModel, table=True):
    """A code that was mailed: bound to one browser, ten minutes, five tries, used once."""

    __tablename__ = "sign_in_challenges"
    __table_args__ = (Index(None, "email_key", "created_at"), Index(None, "browser_key"))

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    email: str = Field(sa_type=Sealed, repr=False)
    email_key: bytes = Field(sa_type=LargeBinary)
    browser_key: bytes = Field(sa_type=LargeBinary)
    code_salt: bytes = Field(sa_type=LargeBinary)
    code_hash: bytes = Field(sa_type=LargeBinary)
    device: str = Field(max_length=80)
    purpose: ChallengePurpose = Field(default=ChallengePurpose.SIGN_IN, sa_type=by_value(ChallengePurpose))
    created_at: datetime
    expires_at: datetime = Field(index=True)
    tries: int = 0
    used_at: datetime | None = None
