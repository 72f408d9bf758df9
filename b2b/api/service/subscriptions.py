"""Tell a client what happened: subscribe, stop, and a job for each message. A message names a thing, never its words."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import col

from b2b.api import queries
from b2b.api.models import ApiMessage, ApiSubscription
from b2b.api.queries import Caller
from b2b.api.rules import OLD_SECRET_HOLDS, SUBSCRIPTIONS_MAX, Happening, MessageState, TooManySubscriptions
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.core.webhooks import new_secret
from b2b.handoff import queries as handoffs
from b2b.handoff.events import (
    HandedOver,
    HandoffAnswered,
    HandoffAsked,
    HandoffMoved,
    HandoffMovedOn,
    HandoffProposed,
    HandoffReopened,
    HandoffWithdrawn,
)
from b2b.jobs.service import enqueue

DELIVER = "api:deliver"
Moved = HandoffMoved | HandoffMovedOn | HandoffReopened | HandoffAsked | HandoffProposed | HandoffAnswered
"""What makes a handoff stand differently."""


def subscribe(work: Work, caller: Caller, url: str, happenings: frozenset[Happening]) -> ApiSubscription:
    """Tell `url` from now on of these happenings. Raises TooManySubscriptions."""
    if len(queries.subscriptions(work, [caller.client_id])) >= SUBSCRIPTIONS_MAX:
        raise TooManySubscriptions()
    row = ApiSubscription(
        reference=new_reference("F"),
        municipality_id=caller.municipality_id,
        client_id=caller.client_id,
        url=url,
        happenings=" ".join(sorted(happenings)),
        secret=new_secret(),
        created_at=work.now(),
    )
    work.add(row)
    work.flush()  # the audit names it
    audit.note(work, "subscription.made", row, client=caller.reference)
    return row


def unsubscribe(work: Work, caller: Caller, row: ApiSubscription) -> None:
    """Stop; a message that waits is not sent any more."""
    audit.note(work, "subscription.ended", row, client=caller.reference)
    work.connection().execute(delete(ApiMessage).where(col(ApiMessage.subscription_id) == row.id))
    work.delete(row)


def rotate(work: Work, caller: Caller, row: ApiSubscription) -> str:
    """Give a subscription a new secret and return it; the one before signs too for OLD_SECRET_HOLDS."""
    row.old_secret, row.old_secret_until = row.secret, work.now() + OLD_SECRET_HOLDS
    row.secret = new_secret()
    audit.note(work, "subscription.rotated", row, client=caller.reference)
    return row.secret


def send_again(work: Work, messages: Sequence[ApiMessage]) -> int:
    """Send these messages again, each under the name that it had; return how many. A double click sends once."""
    for row in messages:
        row.state, row.problem = MessageState.WAITING, None
        audit.note(work, "message.sent_again", row)
        enqueue(work, DELIVER, {"message": row.id}, dedupe_key=f"{DELIVER}:{row.id}:{row.tries}")
    return len(messages)


def tell_handed_over(work: Work, event: HandedOver) -> None:
    """Plan the messages about a new handoff."""
    _tell(work, Happening.HANDED_OVER, event.handoff_id)


def tell_moved(work: Work, event: Moved) -> None:
    """Plan the messages about a handoff that went on."""
    _tell(work, Happening.MOVED, event.handoff_id)


def tell_withdrawn(work: Work, event: HandoffWithdrawn) -> None:
    """Plan the messages about a handoff that was taken back: what was copied elsewhere has to go."""
    _tell(work, Happening.WITHDRAWN, event.handoff_id)


def delivered(work: Work, message_id: int) -> None:
    """Remember that the other side has a message."""
    if (message := _tried(work, message_id)) is not None:
        message.state, message.problem = MessageState.DELIVERED, None
        row = work.get_one(ApiSubscription, message.subscription_id)
        row.delivered_at, row.problem = work.now(), None


def not_delivered(work: Work, message_id: int, words: str, *, over: bool) -> None:
    """Remember why a message did not arrive; `over`: nobody tries it again by itself."""
    if (message := _tried(work, message_id)) is not None:
        message.state = MessageState.FAILED if over else MessageState.WAITING
        message.problem = words[:200]
        work.get_one(ApiSubscription, message.subscription_id).problem = words[:200]


def _tried(work: Work, message_id: int) -> ApiMessage | None:
    message = queries.message(work, message_id)
    if message is not None:
        message.tries, message.tried_at = message.tries + 1, work.now()
    return message


def _tell(work: Work, happening: Happening, handoff_id: int) -> None:
    thing = handoffs.for_systems_by_id(work, handoff_id)
    for row in queries.subscribed(work, thing.municipality_id, happening):
        message = ApiMessage(
            reference=new_reference("E"),
            municipality_id=row.municipality_id,
            subscription_id=row.id or 0,
            happening=happening,
            about=thing.reference,
            happened_at=work.now(),
        )
        work.add(message)
        work.flush()  # the job names it
        enqueue(work, DELIVER, {"message": message.id})
