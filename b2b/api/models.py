"""Tables of systems that talk with us. No table holds words of residents, or a secret that can be read back.

| table | purpose | until |
|---|---|---|
| api_clients | who may ask what | a year after its end |
| api_tokens | what was given for a secret | an hour |
| api_answers | a repeated request gets the same answer | a day |
| api_subscriptions | where to tell what changed | the end of its client |
| api_messages | which message arrived, and sending one again | KEEP_MESSAGE after it happened |
"""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.api.rules import IDEMPOTENCY_MAX, NAME_MAX, URL_MAX, MessageState, Scope
from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed


class ApiClient(SQLModel, table=True):
    """A system of a municipality. Its secret is kept as a hash; `scopes` are words with spaces."""

    __tablename__ = "api_clients"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    name: str = Field(max_length=NAME_MAX)
    scopes: str = Field(max_length=200)
    secret_hash: bytes = Field(sa_type=LargeBinary)
    ends_on: date
    ended_at: datetime | None = None
    last_used_on: date | None = None
    created_at: datetime

    @property
    def held(self) -> frozenset[Scope]:
        """Return what it may do."""
        return frozenset(Scope(word) for word in self.scopes.split())


class ApiToken(SQLModel, table=True):
    """A token of a client, by its hash."""

    __tablename__ = "api_tokens"

    hash: bytes = Field(sa_type=LargeBinary, primary_key=True)
    municipality_id: int = link("municipalities.id", index=False)
    client_id: int = link("api_clients.id")
    scopes: str = Field(max_length=200)
    created_at: datetime
    expires_at: datetime = Field(index=True)


class ApiAnswer(SQLModel, table=True):
    """What was answered to a request with an Idempotency-Key; sealed, because it may hold a secret."""

    __tablename__ = "api_answers"
    __table_args__ = (UniqueConstraint("client_id", "key"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    client_id: int = link("api_clients.id", index=False)
    key: str = Field(max_length=IDEMPOTENCY_MAX)
    asked: bytes = Field(sa_type=LargeBinary)
    status: int
    location: str = Field(max_length=URL_MAX)
    body: str = Field(sa_type=Sealed)
    created_at: datetime = Field(index=True)


class ApiSubscription(SQLModel, table=True):
    """Where a client wants to hear what happened. The secret signs our messages, so it is sealed, not hashed."""

    __tablename__ = "api_subscriptions"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    client_id: int = link("api_clients.id")
    url: str = Field(max_length=URL_MAX)
    happenings: str = Field(max_length=200)
    secret: str = Field(sa_type=Sealed)
    old_secret: str | None = Field(default=None, sa_type=Sealed)
    """The one before, until `old_secret_until`: both sign, so that a receiver changes over without loss."""
    old_secret_until: datetime | None = None
    created_at: datetime
    delivered_at: datetime | None = None
    problem: str | None = Field(default=None, max_length=200)


class ApiMessage(SQLModel, table=True):
    """One message to one subscriber: its name and what it is about, never what was in the thing itself."""

    __tablename__ = "api_messages"
    __table_args__ = (Index(None, "subscription_id", "id"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    subscription_id: int = link("api_subscriptions.id", index=False)
    happening: str = Field(max_length=40)
    about: str = Field(max_length=11)
    happened_at: datetime = Field(index=True)
    state: MessageState = Field(default=MessageState.WAITING, sa_type=by_value(MessageState))
    tries: int = 0
    tried_at: datetime | None = None
    problem: str | None = Field(default=None, max_length=200)
