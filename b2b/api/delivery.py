"""The job that tells a subscriber: signed, to the open internet only, over in a few seconds, no transaction open."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from b2b.api import queries, service
from b2b.api.rules import MessageState, may_reach, may_send_to, signing
from b2b.core.webhooks import signed
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.jobs.worker import Desk, Ticket

SECONDS = 10.0
"""The longest that one message may take, from look-up to the last byte."""


def deliver(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Send one message; what comes back is only judged by its status."""
    with desk.reading() as work:
        message = queries.message(work, int(payload["message"]))
        found = queries.subscription_by_id(work, message.subscription_id) if message else None
    if message is None or found is None or message.state is MessageState.DELIVERED:
        return  # it was forgotten, or sent again by hand and there already
    row, client = found
    now = max(desk.clock(), message.happened_at)
    body = json.dumps(
        {
            "type": message.happening,
            "timestamp": message.happened_at.isoformat(),
            "data": {"kenmerk": message.about, "client": client.reference},
        }
    )
    secrets = signing(row.secret, row.old_secret, row.old_secret_until, now)
    local = is_local(desk.services["base_url"])
    try:
        # The moment of the signature is that of sending: receivers refuse old ones.
        status, after = _post(row.url, body, signed(secrets, message.reference, now, body), local=local)
        _judge(status, after)
    except (RetryLater, GiveUp) as problem:
        over = ticket.last or isinstance(problem, GiveUp)
        with desk.writing() as work:
            service.not_delivered(work, message.id or 0, str(problem), over=over)
        raise
    with desk.writing() as work:
        service.delivered(work, message.id or 0)


def is_local(base_url: str) -> bool:
    """Say whether this installation runs on its own machine only: the demo and the tests."""
    return urlsplit(base_url).hostname in ("localhost", "127.0.0.1", "::1")


def _judge(status: int, after: str | None) -> None:
    if 200 <= status < 300:
        return
    words = f"De ontvanger antwoordde met {status}."
    if status == 410:
        raise GiveUp(words)
    wait = timedelta(seconds=int(after)) if after and after.isascii() and after.isdigit() and len(after) < 7 else None
    raise RetryLater(words, wait)


def _post(url: str, body: str, headers: dict[str, str], *, local: bool) -> tuple[int, str | None]:
    # These cost a third of a second to load, and only a worker calls.
    import httpx2

    from b2b.core.outgoing import Door, NotAllowed

    door = Door(
        lambda asked: asked == url and may_send_to(asked, local=local),
        lambda number: may_reach(number, local=local),
        seconds=SECONDS,
    )
    sent = {"Content-Type": "application/json", "User-Agent": "buurthulp-webhooks/1", **headers}
    try:
        with httpx2.Client(transport=door, follow_redirects=False, trust_env=False) as client:
            answer = client.post(url, content=body.encode(), headers=sent)
    except NotAllowed:
        raise GiveUp("Dit adres mogen wij niet aanroepen.") from None
    except httpx2.HTTPError:
        raise RetryLater("De ontvanger is niet te bereiken.") from None
    return answer.status_code, answer.headers.get("retry-after")
