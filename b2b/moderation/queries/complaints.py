"""Questions about objections: the queue for people who had no part in the first decision, and single ones."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import Complaint, Decision
from b2b.moderation.rules import DecisionKind
from b2b.moderation.rules.complaints import ComplaintState, Outcome

SHOWN = 50


@dataclass(frozen=True)
class ComplaintRow:
    """A line of the queue: no words of anybody."""

    reference: str
    neighbourhood_id: int
    kind: DecisionKind
    by_reporter: bool
    filed_at: datetime
    due_at: datetime
    kept_out: tuple[int, ...]


def waiting_complaints(
    work: Work, municipality_id: int, member_id: int, hoods: frozenset[int] | None
) -> list[ComplaintRow]:
    """Return what this person may judge, the soonest due first.

    `hoods` are the neighbourhoods of which they are the moderator, whose objections others judge;
    None: none is theirs (an administrator, a moderator of the whole municipality).
    """
    found = (
        select(Complaint, col(Decision.kind))
        .join(Decision, col(Decision.id) == col(Complaint.decision_id))
        .where(
            col(Complaint.municipality_id) == municipality_id,
            col(Complaint.state) == ComplaintState.WAITING,
        )
    )
    if hoods:
        found = found.where(col(Complaint.neighbourhood_id).not_in(sorted(hoods)))
    rows = work.execute(found.order_by(col(Complaint.due_at), col(Complaint.id)).limit(SHOWN)).all()
    return [
        ComplaintRow(
            one.reference,
            one.neighbourhood_id,
            kind,
            one.notice_id is not None,
            one.filed_at,
            one.due_at,
            one.involved,
        )
        for one, kind in rows
        if member_id not in one.involved
    ]


def complaint(work: Work, complaint_id: int) -> Complaint | None:
    """Return an objection by its key."""
    return work.get(Complaint, complaint_id)


def complaint_of_statement(work: Work, statement_id: int) -> Complaint | None:
    """Return the objection to a statement, if there is one."""
    return work.scalars(select(Complaint).where(col(Complaint.statement_id) == statement_id)).first()


def complaint_of_notice(work: Work, notice_id: int) -> Complaint | None:
    """Return the objection to what was decided about a notice, if there is one."""
    return work.scalars(select(Complaint).where(col(Complaint.notice_id) == notice_id)).first()


def late_complaints(work: Work, limit: int) -> list[Complaint]:
    """Return objections whose time is over and of which nobody was told yet."""
    found = select(Complaint).where(
        col(Complaint.state) == ComplaintState.WAITING,
        col(Complaint.due_at) <= work.now(),
        col(Complaint.late_since).is_(None),
    )
    return list(work.scalars(found.order_by(col(Complaint.due_at)).limit(limit)))


def last_outcome(work: Work, item_id: int) -> Outcome | None:
    """Return what came of the newest objection to the decision on an item; None while nobody judged one."""
    found = (
        select(col(Complaint.outcome))
        .join(Decision, col(Decision.id) == col(Complaint.decision_id))
        .where(col(Decision.review_item_id) == item_id, col(Complaint.outcome).is_not(None))
        .order_by(col(Complaint.decided_at).desc())
    )
    return work.scalars(found.limit(1)).first()
