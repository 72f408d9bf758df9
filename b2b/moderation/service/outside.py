"""Write down what came from outside, and what was done about it; forget the words when their time is over."""

from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.models import OutsideMatter
from b2b.moderation.rules.outside import KEEP, AlreadyDone, Arrived, Done


def take_in(work: Work, municipality_id: int, arrived: Arrived) -> OutsideMatter:
    """Write down an order or a dispute. The same form twice is one row."""
    before = queries.outside_matter_by_once(work, arrived.once)
    if before is not None:
        return before
    matter = OutsideMatter(
        reference=new_reference("F"),
        once=arrived.once,
        municipality_id=municipality_id,
        kind=arrived.kind,
        party=arrived.party,
        category=arrived.category,
        received_on=arrived.received_on,
        confirmed_on=arrived.confirmed_on,
        what=arrived.what,
        filed_by_id=work.actor_id,
        filed_at=work.now(),
    )
    work.add(matter)
    work.flush()  # the trail names its key
    audit.note(work, "outside.taken_in", matter, kind=matter.kind)
    return matter


def settle_outside(work: Work, matter: OutsideMatter, told: Done) -> None:
    """Write down what was done, once; AlreadyDone when somebody else did."""
    lock(work, matter)
    if matter.done_on is not None:
        raise AlreadyDone()
    matter.done, matter.done_on = told.done, told.done_on
    if matter.is_dispute:
        matter.outcome, matter.followed = told.outcome, told.followed
    audit.note(work, "outside.done", matter, kind=matter.kind, outcome=matter.outcome)


def purge_outside(work: Work, limit: int = 200) -> int:
    """Forget the words of up to `limit` old matters, and who wrote them; that they were there stays."""
    old = queries.outside_words_before(work, local(work.now()).date() - KEEP, limit)
    for matter in old:
        matter.what = matter.done = matter.filed_by_id = None
    work.flush()  # the next question must not find them again
    return len(old)
