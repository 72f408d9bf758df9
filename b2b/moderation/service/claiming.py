"""Saying "I look at this": one at a time, with a name and a time, and it ends by itself."""

from b2b.accounts import queries as people
from b2b.core import audit
from b2b.core.calendar import after_working_hours
from b2b.core.db import Work, lock
from b2b.core.errors import Missing
from b2b.moderation import queries
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.rules import AlreadyDecided, ClaimedByOther, NothingToDecide, ReviewState
from b2b.moderation.rules.claims import HOLDING, LOOKING, Claim, in_the_way, may_take_over, stands
from b2b.moderation.service.weighing import interested
from b2b.municipalities.queries import working_week


def claim(work: Work, item: ReviewItem, *, take_over: bool = False) -> None:
    """Let the one who acts look at this for LOOKING.

    Raises ClaimedByOther when somebody else does, unless it is urgent or a hold and `take_over` is
    said out loud.
    """
    _turn(work, item, take_over=take_over)
    _give(work, item)
    item.claim_until, item.held, item.claim_note = work.now() + LOOKING, False, ""
    audit.note(work, "review.claimed", item)


def hold(work: Work, item: ReviewItem, note: str) -> None:
    """Keep an item while waiting for an answer; what is urgent is only looked at, never held."""
    _turn(work, item, take_over=False)
    _give(work, item)
    if item.urgent or item.crisis:
        item.claim_until, item.held = work.now() + LOOKING, False
    else:
        item.claim_until, item.held = (
            after_working_hours(work.now(), HOLDING, working_week(work, item.municipality_id)),
            True,
        )
    item.claim_note = note
    audit.note(work, "review.held", item)


def let_go(work: Work, item: ReviewItem) -> None:
    """Give an item back; somebody else's claim stays."""
    lock(work, item)
    if item.claimed_by_id == work.actor_id:
        item.claimed_by_id = item.claimed_at = item.claim_until = None
        item.held, item.claim_note = False, ""
        audit.note(work, "review.let_go", item)


def respect_claim(work: Work, item: ReviewItem) -> None:
    """Raise ClaimedByOther when somebody else looks at a locked item now; a hold keeps nobody else out for urgent ones."""
    if in_the_way(item.claimed_by_id, item.claim_until, work.actor_id, work.now()):
        raise _taken(work, item)


def check_interest(work: Work, item: ReviewItem) -> None:
    """Raise Missing when the one who acts has an interest in it: to them the item does not exist."""
    if work.actor_id in item.involved or work.actor_id in interests(work, item):
        raise Missing()


def interests(work: Work, item: ReviewItem) -> set[int]:
    """Return who has an interest in it as things stand now: blocks and conversations may be newer than the item."""
    notices: list[Notice] = queries.notices_of(work, item.id or 0)
    return interested(work, item, queries.target(work, item), notices)


def claim_of(work: Work, item: ReviewItem) -> Claim | None:
    """Return the claim that stands on an item, with the name to show."""
    if item.claimed_by_id is None or item.claim_until is None or item.claimed_at is None:
        return None
    if item.state is not ReviewState.WAITING or not stands(item.claim_until, work.now()):
        return None
    name = people.names(work, [item.claimed_by_id]).get(item.claimed_by_id, "")
    return Claim(item.claimed_by_id, name, item.claimed_at, item.claim_until, item.held, item.claim_note)


def _turn(work: Work, item: ReviewItem, *, take_over: bool) -> None:
    lock(work, item)
    if item.state is not ReviewState.WAITING:
        past = queries.decision_of(work, item.id or 0)
        raise AlreadyDecided(past.by, past.at) if past else NothingToDecide()
    check_interest(work, item)
    taken = in_the_way(item.claimed_by_id, item.claim_until, work.actor_id, work.now())
    if taken and not (take_over and may_take_over(urgent=item.urgent or item.crisis, held=item.held)):
        raise _taken(work, item)


def _give(work: Work, item: ReviewItem) -> None:
    if item.claimed_by_id != work.actor_id or not stands(item.claim_until, work.now()):
        item.claimed_at = work.now()
    item.claimed_by_id = work.actor_id


def _taken(work: Work, item: ReviewItem) -> ClaimedByOther:
    standing = claim_of(work, item)
    assert standing is not None  # noqa: S101 - it is in the way
    return ClaimedByOther(standing.name, standing.at, standing.until, held=standing.held)
