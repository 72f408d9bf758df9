"""Tables of passkeys, of the one-time sign-in for emergencies, and of what was used up."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from b2b.accounts.rules.break_glass import REASON_MAX
from b2b.accounts.rules.passkeys import HOST_MAX, PASSKEY_NAME_MAX
from b2b.core.columns import BigId, link, primary_key


class Passkey(SQLModel, table=True):
    """A passkey (WebAuthn): only the public key is here. `host` is the name it was made for."""

    __tablename__ = "passkeys"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    host: str = Field(max_length=HOST_MAX)
    name: str = Field(max_length=PASSKEY_NAME_MAX)
    credential_id: bytes = Field(sa_type=LargeBinary, unique=True)
    public_key: bytes = Field(sa_type=LargeBinary, repr=False)
    sign_count: int = Field(default=0, sa_type=BigId)
    created_at: datetime
    last_used_at: datetime | None = None


class PasskeyOffer(SQLModel, table=True):
    """A member was offered a passkey and said "not now": it is not offered again."""

    __tablename__ = "passkey_offers"

    member_id: int = Field(primary_key=True, foreign_key="members.id", sa_type=BigId)
    municipality_id: int = link("municipalities.id", index=False)
    closed_at: datetime


class BreakGlass(SQLModel, table=True):
    """A one-time sign-in for an administrator when nothing else works. `key` is a fingerprint of its code."""

    __tablename__ = "break_glass"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    member_id: int = link("members.id", index=False)
    key: bytes = Field(sa_type=LargeBinary, unique=True)
    reason: str = Field(max_length=REASON_MAX)
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    device: str = Field(default="", max_length=80)


class SpentSecret(SQLModel, table=True):
    """Something that works once and was used: a nonce, a logout token, a challenge. Kept until it is too old anyway."""

    __tablename__ = "spent_secrets"

    key: bytes = Field(primary_key=True, sa_type=LargeBinary)
    expires_at: datetime = Field(index=True)
