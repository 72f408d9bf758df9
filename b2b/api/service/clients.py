"""Make a client, give it a new secret, end it; give it a token for its secret."""

import hmac
from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from b2b.api import queries
from b2b.api.models import ApiAnswer, ApiClient, ApiMessage, ApiSubscription, ApiToken
from b2b.api.queries import Caller, hash_of
from b2b.api.rules import (
    CLIENT_MAX,
    KEEP_ANSWER,
    KEEP_ENDED,
    KEEP_MESSAGE,
    TOKEN_LIFE,
    TOKENS_AN_HOUR,
    BadClient,
    ClientOver,
    NewClient,
    Scope,
    granted,
)
from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.core.errors import TooFast
from b2b.core.ids import new_reference, new_token


def make(work: Work, municipality_id: int, new: NewClient) -> tuple[ApiClient, str]:
    """Let a system in; return it with its secret, which is never shown again."""
    secret = new_token()
    last = local(work.now()).date() + CLIENT_MAX
    client = ApiClient(
        reference=new_reference("J"),
        municipality_id=municipality_id,
        name=new.name,
        scopes=" ".join(sorted(new.scopes)),
        secret_hash=hash_of(secret),
        ends_on=min(new.ends_on, last),
        created_at=work.now(),
    )
    work.add(client)
    work.flush()  # the audit names it
    audit.note(work, "client.made", client, scopes=client.scopes)
    return client, secret


def renew(work: Work, client: ApiClient) -> str:
    """Give a client a new secret; the old one and its tokens are over at once."""
    if queries.has_ended(work, client):
        raise ClientOver()
    secret = new_token()
    client.secret_hash = hash_of(secret)
    _forget_tokens(work, client)
    audit.note(work, "client.renewed", client)
    return secret


def end(work: Work, client: ApiClient) -> None:
    """Shut a system out at once, with its tokens and subscriptions; a second time changes nothing."""
    if client.ended_at is not None:
        return
    client.ended_at = work.now()
    _forget_tokens(work, client)
    work.connection().execute(delete(ApiSubscription).where(col(ApiSubscription.client_id) == client.id))
    audit.note(work, "client.ended", client)


def open_token(
    work: Work, municipality_id: int, reference: str, secret: str, wanted: str | None
) -> tuple[str, frozenset[Scope]]:
    """Return a token for TOKEN_LIFE and its scopes. Raises BadClient, ScopeRefused or TooFast."""
    client = queries.client(work, municipality_id, reference)
    # Compared also when there is no such client: how long it takes tells nothing.
    right = hmac.compare_digest(client.secret_hash if client else bytes(32), hash_of(secret))
    if client is None or not right or queries.has_ended(work, client):
        raise BadClient()
    scopes = granted(wanted, client.held)
    if queries.tokens_since(work, client, work.now() - timedelta(hours=1)) >= TOKENS_AN_HOUR:
        raise TooFast(retry_after=600)
    token = new_token()
    work.add(
        ApiToken(
            hash=hash_of(token),
            municipality_id=municipality_id,
            client_id=client.id or 0,
            scopes=" ".join(sorted(scopes)),
            created_at=work.now(),
            expires_at=work.now() + TOKEN_LIFE,
        )
    )
    client.last_used_on = local(work.now()).date()
    return token, scopes


def keep_answer(work: Work, caller: Caller, key: str, asked: bytes, answer: tuple[int, str, str]) -> None:
    """Remember the status, location and body of an answer. Two at once: the database lets one through."""
    status, location, body = answer
    work.add(
        ApiAnswer(
            municipality_id=caller.municipality_id,
            client_id=caller.client_id,
            key=key,
            asked=asked,
            status=status,
            location=location,
            body=body,
            created_at=work.now(),
        )
    )


def purge(work: Work, limit: int = 500) -> int:
    """Forget tokens and answers whose time is over, and clients that ended long ago; return how many rows went."""
    over = work.connection().execute(delete(ApiToken).where(col(ApiToken.expires_at) < work.now())).rowcount
    old = delete(ApiAnswer).where(col(ApiAnswer.created_at) < work.now() - KEEP_ANSWER)
    over += work.connection().execute(old).rowcount
    day = local(work.now() - KEEP_ENDED).date()
    gone = select(ApiClient.id).where(
        (col(ApiClient.ended_at) < work.now() - KEEP_ENDED) | (col(ApiClient.ends_on) < day)
    )
    ids = list(work.exec(gone.limit(limit)))
    stopped = select(ApiSubscription.id).where(col(ApiSubscription.client_id).in_(ids))
    forgotten = (col(ApiMessage.happened_at) < work.now() - KEEP_MESSAGE) | col(ApiMessage.subscription_id).in_(
        stopped
    )
    over += work.connection().execute(delete(ApiMessage).where(forgotten)).rowcount
    for table in (ApiToken, ApiAnswer, ApiSubscription):
        work.connection().execute(delete(table).where(col(table.client_id).in_(ids)))
    return over + work.connection().execute(delete(ApiClient).where(col(ApiClient.id).in_(ids))).rowcount


def _forget_tokens(work: Work, client: ApiClient) -> None:
    work.connection().execute(delete(ApiToken).where(col(ApiToken.client_id) == client.id))
