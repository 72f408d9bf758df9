"""Tables of people. A first name and a neighbourhood; e-mail and secrets are sealed."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.accounts.rules import FIRST_NAME_MAX, MemberState
from b2b.accounts.rules.trust import Level, level_of
from b2b.authz.predicates import Role
from b2b.core.columns import BigId, by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed


class Member(SQLModel, table=True):
    """A resident; staff are members with a role. `email_key` finds, `email` is for sending.

    `trusted_at`: posts are placed at once. `proven_at`: lives here for certain (a proof stands).
    `known_at`: helped often and well enough to vouch for others. Both follow from other tables.
    `suspended_until`: when a suspended member comes back by itself (null: not by itself);
    `held_until`: until then a moderator reads every post first.
    `email_failed_at`: since then mail to this address comes back for good; gone with a new address, or when
    its owner says that it is right.
    `paused_at`: since then the account lies still by its owner's own wish, for a while or because they leave:
    they are suspended without an end, and no measure that ends wakes them. It goes with the account.
    """

    __tablename__ = "members"
    __table_args__ = (
        UniqueConstraint("municipality_id", "email_key"),
        # Few: whose posts the feed leaves out is found without reading members.
        Index(
            "ix__members__suspended",
            "suspended_until",
            "id",
            **only_where("state = 'suspended'"),
        ),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    neighbourhood_id: int = link("neighbourhoods.id")
    first_name: str = Field(max_length=FIRST_NAME_MAX)
    email: str | None = Field(default=None, sa_type=Sealed, repr=False)
    email_key: bytes | None = Field(default=None, sa_type=LargeBinary)
    language: str = Field(default="nl", max_length=8)
    state: MemberState = Field(default=MemberState.ACTIVE, sa_type=by_value(MemberState))
    sixteen_confirmed_at: datetime
    trusted_at: datetime | None = None
    proven_at: datetime | None = None
    known_at: datetime | None = None
    suspended_until: datetime | None = None
    held_until: datetime | None = None
    email_failed_at: datetime | None = None
    paused_at: datetime | None = None
    totp_secret: str | None = Field(default=None, sa_type=Sealed, repr=False)
    totp_confirmed_at: datetime | None = None
    totp_last_step: int | None = Field(default=None, sa_type=BigId)
    totp_tries: int = 0
    totp_tries_since: datetime | None = None
    created_at: datetime

    @property
    def is_active(self) -> bool:
        """Say whether this member may enter and is seen by others."""
        return self.state is MemberState.ACTIVE

    def is_out(self, now: datetime) -> bool:
        """Say whether this member may not take part at this moment; a suspension ends by the clock."""
        return self.state is MemberState.SUSPENDED and (self.suspended_until is None or self.suspended_until > now)

    @property
    def level(self) -> Level:
        """Return how far this member is on the ladder of trust."""
        return level_of(proven=self.proven_at is not None, known=self.known_at is not None)

    @property
    def has_second_step(self) -> bool:
        """Say whether an authenticator app was set up and proven to work."""
        return self.totp_confirmed_at is not None


class RoleGrant(SQLModel, table=True):
    """A role of a member: in one neighbourhood, or (null) in the whole municipality."""

    __tablename__ = "role_grants"
    __table_args__ = (
        Index("ix__role_grants__here", "municipality_id", "role", "neighbourhood_id"),
        UniqueConstraint("member_id", "role", "neighbourhood_id", postgresql_nulls_not_distinct=True),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id")
    role: Role = Field(sa_type=by_value(Role))
    neighbourhood_id: int | None = link("neighbourhoods.id", index=False, null=True)
    granted_by_id: int | None = link("members.id", index=False, null=True)
    granted_at: datetime


class Block(SQLModel, table=True):
    """One member does not want to meet another: works both ways, silently."""

    __tablename__ = "blocks"
    __table_args__ = (UniqueConstraint("blocker_id", "blocked_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    blocker_id: int = link("members.id", index=False)
    blocked_id: int = link("members.id")
    created_at: datetime
