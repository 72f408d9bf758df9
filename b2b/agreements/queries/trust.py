"""Who helped, and both sides were content."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.rules import Happened, Helped
from b2b.core.db import Work


def good_helpers(work: Work, helps: int, helped: int) -> list[int]:
    """Return who helped at least `helps` times, at least `helped` different people, each time to both sides' content."""
    by_helper, by_asker = aliased(Outcome), aliased(Outcome)
    good = [
        found
        for side in (by_helper, by_asker)
        for found in (col(side.happened) == Happened.YES, col(side.helped) == Helped.YES)
    ]
    found = (
        select(col(Agreement.helper_id))
        .join(
            by_helper,
            (col(by_helper.agreement_id) == col(Agreement.id))
            & (col(by_helper.member_id) == col(Agreement.helper_id)),
        )
        .join(
            by_asker,
            (col(by_asker.agreement_id) == col(Agreement.id)) & (col(by_asker.member_id) == col(Agreement.asker_id)),
        )
        .where(*good)
        .group_by(col(Agreement.helper_id))
        .having(func.count(col(Agreement.id)) >= helps)
        .having(func.count(func.distinct(col(Agreement.asker_id))) >= helped)
        .order_by(col(Agreement.helper_id))
    )
    return list(work.scalars(found))
