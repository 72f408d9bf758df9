"""Tell a client what happened: subscribe, stop, and a job for each message. A message names a thing, never its words."""

from b2b.api import queries
from b2b.api.models import ApiSubscription
from b2b.api.queries import Caller
from b2b.api.rules import SUBSCRIPTIONS_MAX, Happening, TooManySubscriptions
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.core.webhooks import new_secret
from b2b.handoff import queries as handoffs
from b2b.handoff.events import HandedOver, HandoffMoved, HandoffMovedOn, HandoffReopened, HandoffWithdrawn
from b2b.jobs.service import enqueue

DELIVER = "api:deliver"


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
    work.delete(row)


def tell_handed_over(work: Work, event: HandedOver) -> None:
    """Plan the messages about a new handoff."""
    _tell(work, Happening.HANDED_OVER, event.handoff_id)


def tell_moved(work: Work, event: HandoffMoved | HandoffMovedOn | HandoffReopened) -> None:
    """Plan the messages about a handoff that went on."""
    _tell(work, Happening.MOVED, event.handoff_id)


def tell_withdrawn(work: Work, event: HandoffWithdrawn) -> None:
    """Plan the messages about a handoff that was taken back: what was copied elsewhere has to go."""
    _tell(work, Happening.WITHDRAWN, event.handoff_id)


def delivered(work: Work, subscription_id: int) -> None:
    """Remember that the other side has a message."""
    if row := work.get(ApiSubscription, subscription_id):
        row.delivered_at, row.problem = work.now(), None


def not_delivered(work: Work, subscription_id: int, words: str) -> None:
    """Remember why a message did not arrive."""
    if row := work.get(ApiSubscription, subscription_id):
        row.problem = words[:200]


def _tell(work: Work, happening: Happening, handoff_id: int) -> None:
    thing = handoffs.for_systems_by_id(work, handoff_id)
    for row in queries.subscribed(work, thing.municipality_id, happening):
        message = {
            "subscription": row.id,
            "id": new_reference("E"),
            "happening": happening,
            "reference": thing.reference,
            "at": work.now().isoformat(),
        }
        enqueue(work, DELIVER, message)
