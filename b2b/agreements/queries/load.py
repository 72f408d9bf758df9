"""Who helped how often lately, so that help is asked of everybody in turn."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlmodel import col

from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState
from b2b.core.db import Work

MONTH = timedelta(days=30)

_HELPED: Any = (
    select(col(Agreement.helper_id), func.count())
    .where(
        col(Agreement.helper_id).in_(bindparam("members", expanding=True)),
        col(Agreement.state).in_([AgreementState.AGREED, AgreementState.DONE]),
        col(Agreement.starts_at) > bindparam("since"),
    )
    .group_by(col(Agreement.helper_id))
)


def helped_lately(work: Work, member_ids: Sequence[int]) -> Mapping[int, int]:
    """Return how many appointments of the last month, held or agreed, each of these members has as a helper."""
    bound = {"members": sorted(set(member_ids)), "since": work.now() - MONTH}
    return {row[0]: row[1] for row in work.connection().execute(_HELPED, bound)}
