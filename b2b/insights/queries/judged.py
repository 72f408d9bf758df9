"""What is counted of moderation: facts of one municipality in one period."""

from sqlalchemy import select
from sqlmodel import col

from b2b.core.db import Work
from b2b.insights.queries.span import Span
from b2b.insights.rules.facts import Fact
from b2b.moderation.models import Complaint, Decision, Notice, ReviewItem
from b2b.moderation.rules.complaints import Outcome
from b2b.moderation.rules.statements import RESTRICTIONS


def notices(work: Work, span: Span) -> list[Fact]:
    """Return what was reported. Who reported without an account counts as somebody else each time."""
    found = (
        select(col(Notice.id), col(Notice.notifier_id), col(Notice.notifier_key), col(ReviewItem.neighbourhood_id))
        .join(ReviewItem, col(ReviewItem.id) == col(Notice.review_item_id))
        .where(span.here(Notice), span.holds(Notice.created_at))
    )
    return [
        Fact(span.hood(row.neighbourhood_id), _who(row.notifier_id, row.notifier_key, row.id))
        for row in work.execute(found)
    ]


def _who(member_id: int | None, key: bytes | None, row: int) -> str:
    return f"m{member_id}" if member_id else (key.hex() if key else f"n{row}")


def restrictions(work: Work, span: Span) -> list[Fact]:
    """Return what people decided that restricts somebody."""
    found = (
        select(col(ReviewItem.neighbourhood_id), col(ReviewItem.author_id))
        .join(Decision, col(Decision.review_item_id) == col(ReviewItem.id))
        .where(span.here(Decision), span.holds(Decision.at), col(Decision.kind).in_(sorted(RESTRICTIONS)))
    )
    return [Fact(span.hood(hood), str(author)) for hood, author in work.execute(found)]


def objections(work: Work, span: Span) -> list[Fact]:
    """Return the objections that were decided on, and whether the decision stands."""
    found = select(col(Complaint.neighbourhood_id), col(Complaint.complainant_id), col(Complaint.id)).add_columns(
        col(Complaint.outcome)
    )
    rows = work.execute(found.where(span.here(Complaint), span.holds(Complaint.decided_at)))
    return [
        Fact(span.hood(hood), _who(person, None, key), "stands" if outcome is Outcome.UPHELD else "reversed")
        for hood, person, key, outcome in rows
    ]
