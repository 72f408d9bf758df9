"""Questions about systems that talk with us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import func
from sqlmodel import col, select

from b2b.api.models import ApiAnswer, ApiClient, ApiMessage, ApiSubscription, ApiToken
from b2b.api.rules import Happening, MessageState, Scope, is_over
from b2b.core.clock import local
from b2b.core.db import Work

__all__ = [
    "ApiClient",
    "ApiSubscription",
    "Caller",
    "answer",
    "caller",
    "client",
    "clients",
    "has_ended",
    "hash_of",
    "message",
    "messages",
    "messages_since",
    "subscribed",
    "subscription",
    "subscription_by_id",
    "subscriptions",
    "tokens_since",
]


@dataclass(frozen=True)
class Caller:
    """The client that asks, and what its token lets it do."""

    client_id: int
    reference: str
    municipality_id: int
    scopes: frozenset[Scope]


def hash_of(secret: str) -> bytes:
    """Return what is kept of a secret or token: it has 256 random bits, so a plain hash is enough."""
    return sha256(secret.encode()).digest()


def caller(work: Work, municipality_id: int, token: str) -> Caller | None:
    """Return whose token this is, as long as it and its client last; None for any other text."""
    found = work.exec(
        select(ApiToken, ApiClient)
        .join(ApiClient, col(ApiClient.id) == col(ApiToken.client_id))
        .where(ApiToken.hash == hash_of(token), ApiToken.municipality_id == municipality_id)
    ).first()
    if found is None:
        return None
    row, client = found
    if row.expires_at <= work.now() or has_ended(work, client):
        return None
    scopes = frozenset(Scope(word) for word in row.scopes.split())
    return Caller(client.id or 0, client.reference, municipality_id, scopes & client.held)


def has_ended(work: Work, client: ApiClient) -> bool:
    """Say whether a client may no longer ask anything."""
    return is_over(client.ends_on, client.ended_at is not None, local(work.now()).date())


def clients(work: Work, municipality_id: int) -> list[ApiClient]:
    """Return the clients of a municipality, the newest first."""
    found = select(ApiClient).where(ApiClient.municipality_id == municipality_id)
    return list(work.exec(found.order_by(col(ApiClient.id).desc())))


def client(work: Work, municipality_id: int, reference: str) -> ApiClient | None:
    """Return the client that is called `reference` ("J-…")."""
    found = select(ApiClient).where(ApiClient.reference == reference, ApiClient.municipality_id == municipality_id)
    return work.exec(found).first()


def tokens_since(work: Work, client: ApiClient, moment: object) -> int:
    """Return how many tokens a client got since a moment."""
    found = select(func.count()).where(ApiToken.client_id == client.id, col(ApiToken.created_at) > moment)
    return work.exec(found).one()


def answer(work: Work, client_id: int, key: str) -> ApiAnswer | None:
    """Return what was answered to the request that a client named `key`."""
    return work.exec(select(ApiAnswer).where(ApiAnswer.client_id == client_id, ApiAnswer.key == key)).first()


def subscriptions(work: Work, client_ids: Sequence[int]) -> list[ApiSubscription]:
    """Return where these clients want to be told, in the order in which they asked."""
    found = select(ApiSubscription).where(col(ApiSubscription.client_id).in_(client_ids))
    return list(work.exec(found.order_by(col(ApiSubscription.id))))


def subscription(work: Work, client_id: int, reference: str) -> ApiSubscription | None:
    """Return a subscription of this client."""
    found = select(ApiSubscription).where(
        ApiSubscription.client_id == client_id, ApiSubscription.reference == reference
    )
    return work.exec(found).first()


def subscription_by_id(work: Work, subscription_id: int) -> tuple[ApiSubscription, ApiClient] | None:
    """Return a subscription with its client; None when it was stopped, or its client was."""
    row = work.get(ApiSubscription, subscription_id)
    if row is None:
        return None
    client = work.get_one(ApiClient, row.client_id)
    return None if has_ended(work, client) else (row, client)


def message(work: Work, message_id: int) -> ApiMessage | None:
    """Return a message by its key; None once it was forgotten or its subscription stopped."""
    return work.get(ApiMessage, message_id)


def messages(work: Work, client: ApiClient, most: int) -> list[tuple[ApiMessage, ApiSubscription]]:
    """Return the messages to a client, the newest first, each with where it goes."""
    found = (
        select(ApiMessage, ApiSubscription)
        .join(ApiSubscription, col(ApiSubscription.id) == col(ApiMessage.subscription_id))
        .where(ApiSubscription.client_id == client.id)
        .order_by(col(ApiMessage.id).desc())
    )
    return list(work.exec(found.limit(most)))


def messages_since(work: Work, client: ApiClient, since: datetime, most: int, *, failed: bool) -> list[ApiMessage]:
    """Return what happened since then, the oldest first; `failed`: only what was given up."""
    found = (
        select(ApiMessage)
        .join(ApiSubscription, col(ApiSubscription.id) == col(ApiMessage.subscription_id))
        .where(ApiSubscription.client_id == client.id, col(ApiMessage.happened_at) >= since)
        .order_by(col(ApiMessage.id))
    )
    if failed:
        found = found.where(ApiMessage.state == MessageState.FAILED)
    return list(work.exec(found.limit(most)))


def subscribed(work: Work, municipality_id: int, happening: Happening) -> list[ApiSubscription]:
    """Return who wants to hear of this."""
    found = select(ApiSubscription).where(ApiSubscription.municipality_id == municipality_id)
    return [row for row in work.exec(found) if happening in row.happenings.split()]
