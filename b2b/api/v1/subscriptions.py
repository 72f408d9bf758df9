"""Abonnementen: a client says where it wants to hear that something changed (Standard Webhooks)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Response, abort, current_app, g, url_for
from pydantic import Field

from b2b.api import queries, service
from b2b.api.delivery import is_local
from b2b.api.models import ApiSubscription
from b2b.api.rules import URL_MAX, Happening, Scope, may_send_to
from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import needs, token_key
from b2b.api.v1.once import once
from b2b.api.v1.problems import Mistake, Refused
from b2b.api.v1.shapes import Asked, Link, Sent
from b2b.api.v1.speaking import send, speaks
from b2b.web.ratelimits import limiter


class SubscriptionBody(Asked):
    """Where to tell, and of what."""

    url: str = Field(max_length=URL_MAX, description="Een https-adres op het open internet.")
    happenings: frozenset[Happening] = Field(validation_alias="gebeurtenissen", min_length=1)


class SubscriptionShape(Sent):
    """A subscription. `secret` is only there in the answer that makes it."""

    reference: str = Field(serialization_alias="kenmerk", description="Zoals F-7K2M-9QXD.")
    url: str
    happenings: Sequence[Happening] = Field(serialization_alias="gebeurtenissen")
    made_at: datetime = Field(serialization_alias="gemaaktOp")
    delivered_at: datetime | None = Field(default=None, serialization_alias="laatstBezorgdOp")
    problem: str | None = Field(default=None, serialization_alias="probleem", description="Waarom het niet lukte.")
    secret: str | None = Field(
        default=None, serialization_alias="geheim", description="Hiermee tekenen wij. Je ziet het nu, en nooit meer."
    )
    old_secret_until: datetime | None = Field(
        default=None, serialization_alias="vorigGeheimTot", description="Tot dan tekent ook het vorige geheim."
    )
    links: Mapping[str, Link] = Field(serialization_alias="_links", description="Adressen: self en geheimen.")


class SubscriptionList(Sent):
    """All subscriptions of this client."""

    results: Sequence[SubscriptionShape] = Field(serialization_alias="resultaten")


@api_v1.get("/abonnementen")
@needs(Scope.SUBSCRIBE)
@speaks("Je abonnementen", SubscriptionList)
def subscriptions() -> SubscriptionList:
    """List the subscriptions of this client."""
    return SubscriptionList(results=[_shape(row) for row in queries.subscriptions(g.work, [g.caller.client_id])])


@api_v1.get("/abonnementen/<ref:subscription>")
@needs(Scope.SUBSCRIBE)
@speaks("Een abonnement", SubscriptionShape)
def subscription(subscription: str) -> SubscriptionShape:
    """Show one subscription."""
    return _shape(_found(subscription))


@api_v1.post("/abonnementen")
@needs(Scope.SUBSCRIBE)
@once
@speaks("Een abonnement nemen", SubscriptionShape, body=SubscriptionBody, status=201, refuses=(409,), once=True)
@limiter.limit("60/hour", key_func=token_key)
def subscribe(body: SubscriptionBody) -> Response:
    """Start telling an address what changes."""
    base_url = current_app.settings.base_url  # type: ignore[attr-defined]
    if not may_send_to(body.url, local=is_local(base_url)) or not urlsplit(body.url).path.isprintable():
        told = Mistake(part="body", location="/url", code="url", detail="Geef een https-adres op het open internet.")
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=[told])
    if Scope.HANDOFFS_READ not in g.caller.scopes:
        raise Refused(403, f"Je hebt ook de scope {Scope.HANDOFFS_READ} nodig.")
    row = service.subscribe(g.work, g.caller, body.url, body.happenings)
    response = send(_shape(row, secret=row.secret), 201)
    response.headers["Location"] = _address(row)
    return response


@api_v1.post("/abonnementen/<ref:subscription>/geheimen")
@needs(Scope.SUBSCRIBE)
@once
@speaks("Een nieuw geheim; het vorige tekent nog een week mee", SubscriptionShape, status=201, once=True)
@limiter.limit("60/hour", key_func=token_key)
def rotate(subscription: str) -> Response:
    """Give a subscription a new secret, while the one before goes on signing."""
    row = _found(subscription)
    response = send(_shape(row, secret=service.rotate(g.work, g.caller, row)), 201)
    response.headers["Location"] = _address(row)
    return response


@api_v1.delete("/abonnementen/<ref:subscription>")
@needs(Scope.SUBSCRIBE)
@speaks("Een abonnement stoppen", None, status=204)
@limiter.limit("60/hour", key_func=token_key)
def unsubscribe(subscription: str) -> None:
    """Stop telling."""
    service.unsubscribe(g.work, g.caller, _found(subscription))


def _found(reference: str) -> ApiSubscription:
    return queries.subscription(g.work, g.caller.client_id, reference) or abort(404)


def _address(row: ApiSubscription) -> str:
    return url_for("api_v1.subscription", subscription=row.reference, _external=True)


def _shape(row: ApiSubscription, secret: str | None = None) -> SubscriptionShape:
    return SubscriptionShape(
        reference=row.reference,
        url=row.url,
        happenings=[Happening(word) for word in row.happenings.split()],
        made_at=row.created_at.astimezone(UTC).replace(microsecond=0),
        delivered_at=row.delivered_at and row.delivered_at.astimezone(UTC).replace(microsecond=0),
        problem=row.problem,
        secret=secret,
        old_secret_until=row.old_secret_until and row.old_secret_until.astimezone(UTC).replace(microsecond=0),
        links={
            "self": Link(href=_address(row)),
            "geheimen": Link(href=url_for("api_v1.rotate", subscription=row.reference, _external=True)),
        },
    )
