"""Questions about orders and disputes from outside."""

from datetime import date

from sqlalchemy import or_, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import OutsideMatter

SHOWN_MAX = 200


def outside_matters(work: Work, municipality_id: int) -> list[OutsideMatter]:
    """Return the newest SHOWN_MAX, what is not done yet first."""
    found = (
        select(OutsideMatter)
        .where(col(OutsideMatter.municipality_id) == municipality_id)
        .order_by(
            col(OutsideMatter.done_on).is_not(None),
            col(OutsideMatter.received_on).desc(),
            col(OutsideMatter.id).desc(),
        )
        .limit(SHOWN_MAX)
    )
    return list(work.scalars(found))


def outside_matters_between(work: Work, municipality_id: int, first: date, after: date) -> list[OutsideMatter]:
    """Return all that came in from `first` up to `after`, the oldest first."""
    found = (
        select(OutsideMatter)
        .where(
            col(OutsideMatter.municipality_id) == municipality_id,
            col(OutsideMatter.received_on) >= first,
            col(OutsideMatter.received_on) < after,
        )
        .order_by(col(OutsideMatter.received_on), col(OutsideMatter.id))
    )
    return list(work.scalars(found))


def outside_matter_by_once(work: Work, once: str) -> OutsideMatter | None:
    """Return what a form wrote down before."""
    return work.scalars(select(OutsideMatter).where(col(OutsideMatter.once) == once)).first()


def outside_words_before(work: Work, day: date, limit: int) -> list[OutsideMatter]:
    """Return what was done before `day` and still has words, or the name of who wrote them."""
    found = (
        select(OutsideMatter)
        .where(
            col(OutsideMatter.done_on) < day,
            or_(col(OutsideMatter.what).is_not(None), col(OutsideMatter.filed_by_id).is_not(None)),
        )
        .order_by(col(OutsideMatter.done_on))
        .limit(limit)
    )
    return list(work.scalars(found))
