"""Measures about a person: imposed by a person, ended by the clock, lifted after an objection or a review.

No function here reads a signal or a score: `impose` is called by `deciding`, in a moderator's decision.
"""

from b2b.accounts import service as people
from b2b.accounts.service import trust
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import SanctionImposed, SanctionLifted, SanctionOver
from b2b.moderation.models import ReviewItem, Sanction, Statement
from b2b.moderation.rules.complaints import Unreasoned
from b2b.moderation.rules.measures import (
    OUT,
    SANCTION_LIFECYCLE,
    SANCTION_WORDS,
    SanctionAction,
    SanctionKind,
    SanctionState,
    Unreviewed,
    term,
)
from b2b.moderation.service import listing

BATCH = 100


def impose(work: Work, item: ReviewItem, kind: SanctionKind, statement: Statement) -> Sanction:
    """Impose a measure on the author of an item, from now on and on every device."""
    lasts = term(kind, work.now())
    sanction = Sanction(
        reference=new_reference("T"),
        municipality_id=item.municipality_id,
        neighbourhood_id=item.neighbourhood_id,
        member_id=item.author_id,
        statement_id=statement.id or 0,
        kind=kind,
        starts_at=statement.starts_at,
        ends_at=lasts.ends_at,
        review_at=lasts.review_at,
        counts_until=lasts.counts_until,
        imposed_by_id=work.actor_id or 0,
    )
    work.add(sanction)
    work.flush()  # the list and the event name it
    audit.note(work, f"sanction.{kind}", sanction, member=item.author_id, before=None, after=sanction.state)
    trust.strike(work, item.author_id, SANCTION_WORDS[kind], source=sanction.reference)
    if kind in OUT:
        trust.strike_vouchers(work, item.author_id, SANCTION_WORDS[kind])
    if kind is SanctionKind.END:
        listing.put_on_list(work, sanction)
    settle(work, sanction.member_id)
    work.record(SanctionImposed(sanction.id or 0, sanction.member_id, sanction.municipality_id))
    return sanction


def lift(work: Work, sanction: Sanction, why: str) -> None:
    """Take a measure back: it ends, counts no longer, and leaves nothing on the list. Twice changes nothing."""
    lock(work, sanction)
    if sanction.state is SanctionState.LIFTED:
        return
    _step(work, sanction, SanctionAction.LIFT, why)
    sanction.ended_at = sanction.ended_at or work.now()
    listing.take_off_list(work, sanction)
    trust.clear_strikes(work, sanction.reference)
    if sanction.kind in OUT and not queries.other_sanctions_out(work, sanction):
        trust.forgive_vouchers(work, sanction.member_id)
    settle(work, sanction.member_id)
    work.record(SanctionLifted(sanction.id or 0, sanction.member_id, sanction.municipality_id))


def end_due(work: Work, limit: int = BATCH) -> int:
    """End measures whose time is over; return how many. What they hid came back at that very moment."""
    due = queries.due_sanctions(work, limit)
    for sanction in due:
        lock(work, sanction)
        if sanction.state is SanctionState.ACTIVE:
            _step(work, sanction, SanctionAction.EXPIRE, "term")
            sanction.ended_at = sanction.ends_at
            settle(work, sanction.member_id)
            work.record(SanctionOver(sanction.id or 0, sanction.member_id, sanction.municipality_id))
    work.flush()  # the next question must not find them again
    return len(due)


def review(work: Work, sanction: Sanction, reasons: str, *, keep: bool) -> None:
    """Look again at a measure without an end date: keep it until a new date, or lift it. By somebody else."""
    if work.actor_id is None or work.actor_id in sanction.involved:
        raise Unreviewed()
    if not reasons.strip():
        raise Unreasoned()
    lock(work, sanction)
    sanction.reviewed_by_id = work.actor_id
    if not keep:
        lift(work, sanction, "review")
        return
    _step(work, sanction, SanctionAction.CONTINUE, "review")
    sanction.review_at = term(sanction.kind, work.now()).review_at


def settle(work: Work, member_id: int) -> None:
    """Bring an account in line with the measures that run now."""
    work.flush()  # what was just imposed or ended counts
    running = queries.running_sanctions(work, member_id)
    out = [one.ends_at for one in running if one.kind in OUT]
    ends = [end for end in out if end is not None]
    people.keep_out(work, member_id, max(ends) if len(ends) == len(out) and ends else None, out=bool(out))
    held = [one.ends_at for one in running if one.kind is SanctionKind.HOLD and one.ends_at]
    people.read_first(work, member_id, max(held) if held else None)
    work.flush()  # who asks by statement sees it


def _step(work: Work, sanction: Sanction, action: SanctionAction, why: str) -> None:
    before = sanction.state
    move(work, sanction, SANCTION_LIFECYCLE, action)
    audit.note(work, f"sanction.{action}", sanction, reason=why, before=before, after=sanction.state)
