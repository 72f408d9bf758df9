"""Tables of staff sign-in: a municipality's own identity provider, and who somebody is there."""

from datetime import datetime

from sqlalchemy import JSON, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.accounts.rules.oidc import (
    CLAIM_MAX,
    CLIENT_ID_MAX,
    GROUP_MAX,
    PROVIDER_NAME_MAX,
    SUBJECT_MAX,
    URL_MAX,
    ClientMethod,
)
from b2b.authz.predicates import Role
from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed


class IdentityProvider(SQLModel, table=True):
    """Where staff of a municipality sign in. `secret` is a client secret, or a private key in PEM."""

    __tablename__ = "identity_providers"
    __table_args__ = (UniqueConstraint("municipality_id", "issuer"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    home_id: int = link("neighbourhoods.id", index=False)
    name: str = Field(max_length=PROVIDER_NAME_MAX)
    issuer: str = Field(max_length=URL_MAX)
    client_id: str = Field(max_length=CLIENT_ID_MAX)
    method: ClientMethod = Field(sa_type=by_value(ClientMethod))
    secret: str = Field(sa_type=Sealed, repr=False)
    scope: str = Field(max_length=200)
    groups_claim: str = Field(max_length=CLAIM_MAX)
    strong: list[str] = Field(sa_type=JSON)
    ask_acr: str = Field(default="", max_length=200)
    hosts: list[str] = Field(sa_type=JSON)
    end_session_url: str | None = Field(default=None, max_length=URL_MAX)
    created_at: datetime


class IdentityGroup(SQLModel, table=True):
    """What a group at the provider means here: a role in a neighbourhood, or (null) everywhere."""

    __tablename__ = "identity_groups"
    __table_args__ = (
        UniqueConstraint("provider_id", "name", "role", "neighbourhood_id", postgresql_nulls_not_distinct=True),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    provider_id: int = link("identity_providers.id", index=False)
    name: str = Field(max_length=GROUP_MAX)
    role: Role = Field(sa_type=by_value(Role))
    neighbourhood_id: int | None = link("neighbourhoods.id", index=False, null=True)


class MemberIdentity(SQLModel, table=True):
    """Who a member is at a provider: found by issuer and subject, never by e-mail address."""

    __tablename__ = "member_identities"
    __table_args__ = (UniqueConstraint("municipality_id", "issuer", "subject"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    provider_id: int = link("identity_providers.id")
    member_id: int = link("members.id")
    issuer: str = Field(max_length=URL_MAX)
    subject: str = Field(max_length=SUBJECT_MAX, repr=False)
    created_at: datetime
    last_used_at: datetime


class IdentityGrant(SQLModel, table=True):
    """A role that came from the provider: what went away there goes away here."""

    __tablename__ = "identity_grants"
    __table_args__ = (
        UniqueConstraint("identity_id", "role", "neighbourhood_id", postgresql_nulls_not_distinct=True),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    identity_id: int = link("member_identities.id", index=False)
    role: Role = Field(sa_type=by_value(Role))
    neighbourhood_id: int | None = link("neighbourhoods.id", index=False, null=True)


class ProviderSession(SQLModel, table=True):
    """Which session here belongs to which session at the provider (`sid`), so that it can end ours."""

    __tablename__ = "provider_sessions"

    session_key: bytes = Field(primary_key=True, foreign_key="sessions.key", ondelete="CASCADE", sa_type=LargeBinary)
    municipality_id: int = link("municipalities.id", index=False)
    identity_id: int = link("member_identities.id")
    sid: str | None = Field(default=None, max_length=SUBJECT_MAX)
