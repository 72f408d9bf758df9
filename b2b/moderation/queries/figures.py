"""The rows that the report of a period is counted from. Counting is in rules.figures, where it can be tested in no time."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.moderation.models import Complaint, Decision, Notice, ReviewItem, Sanction
from b2b.moderation.queries.outside import outside_matters_between
from b2b.moderation.rules.figures import ComplaintFact, DecisionFact, Facts, NoticeFact, OutsideFact
from b2b.moderation.rules.measures import SanctionKind
from b2b.municipalities import queries as areas

Place = Callable[[int], str]


def figures(work: Work, municipality_id: int, since: datetime, until: datetime) -> Facts:
    """Return what happened in a municipality from `since` up to `until`; places are the slugs of wijken."""
    place = _placing(work, municipality_id)
    span = (municipality_id, since, until)
    return Facts(
        notices=_notices(work, place, *span),
        decisions=_decisions(work, place, *span),
        complaints=_complaints(work, place, *span),
        sanctions=_sanctions(work, *span),
        outside=_outside(work, *span),
        people=people.signed_in_between(work, *span),
        moderators=len({who for who, _ in people.cover(work, Role.MODERATOR, municipality_id)}),
    )


def _placing(work: Work, municipality_id: int) -> Place:
    known = {
        hood.id: quarter.slug
        for quarter in areas.districts_with_neighbourhoods(work, municipality_id)
        for hood in quarter.hoods
    }
    return lambda hood_id: known.get(hood_id, "")


def _notices(work: Work, place: Place, town: int, since: datetime, until: datetime) -> list[NoticeFact]:
    found = (
        select(
            col(Notice.category),
            col(Notice.trusted_flagger),
            col(ReviewItem.neighbourhood_id),
            col(Notice.created_at),
            col(Decision.kind),
            col(Decision.rule),
            col(Decision.at),
        )
        .join_from(Notice, ReviewItem, col(ReviewItem.id) == col(Notice.review_item_id))
        .join(Decision, col(Decision.review_item_id) == col(ReviewItem.id), isouter=True)
        .where(col(Notice.municipality_id) == town, col(Notice.created_at) >= since, col(Notice.created_at) < until)
    )
    return [NoticeFact(row[0], bool(row[1]), place(row[2]), *row[3:]) for row in work.execute(found)]


def _decisions(work: Work, place: Place, town: int, since: datetime, until: datetime) -> list[DecisionFact]:
    found = (
        select(
            col(Decision.kind),
            col(Decision.source),
            col(ReviewItem.neighbourhood_id),
            col(Decision.at),
            col(ReviewItem.created_at),
            col(Decision.automated),
        )
        .join_from(Decision, ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
        .where(col(Decision.municipality_id) == town, col(Decision.at) >= since, col(Decision.at) < until)
    )
    return [DecisionFact(row[0], row[1], place(row[2]), *row[3:]) for row in work.execute(found)]


def _complaints(work: Work, place: Place, town: int, since: datetime, until: datetime) -> list[ComplaintFact]:
    found = select(
        col(Complaint.neighbourhood_id), col(Complaint.filed_at), col(Complaint.outcome), col(Complaint.decided_at)
    ).where(col(Complaint.municipality_id) == town, col(Complaint.filed_at) >= since, col(Complaint.filed_at) < until)
    return [ComplaintFact(place(row[0]), *row[1:]) for row in work.execute(found)]


def _sanctions(work: Work, town: int, since: datetime, until: datetime) -> list[SanctionKind]:
    found = select(col(Sanction.kind)).where(
        col(Sanction.municipality_id) == town, col(Sanction.starts_at) >= since, col(Sanction.starts_at) < until
    )
    return list(work.scalars(found))


def _outside(work: Work, town: int, since: datetime, until: datetime) -> list[OutsideFact]:
    found = outside_matters_between(work, town, local(since).date(), local(until).date())
    return [
        OutsideFact(one.kind, one.received_on, one.confirmed_on, one.done_on, one.outcome, one.followed)
        for one in found
    ]
