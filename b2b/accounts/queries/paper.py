"""Members without an e-mail address: who they are, and the code on their card."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import col

from b2b.accounts.models import Member, PaperCode
from b2b.accounts.queries.people import PROFILE, Profile
from b2b.accounts.rules import MemberState
from b2b.core.db import Work
from b2b.core.prepared import Prepared

SHOWN = 100
_WITHOUT: Any = select(col(Member.id)).where(
    col(Member.email_key).is_(None),
    col(Member.state) != MemberState.ERASED,
)
_IS_WITHOUT = Prepared(lambda: _WITHOUT.where(col(Member.id) == bindparam("id")))
_AMONG = _WITHOUT.where(col(Member.id).in_(bindparam("ids", expanding=True)))


def without_address(work: Work, municipality_id: int, hoods: frozenset[int] | None) -> list[Profile]:
    """Return up to SHOWN members who cannot be mailed, by name; `hoods` None: of the whole municipality."""
    found: Any = PROFILE.where(
        col(Member.municipality_id) == municipality_id,
        col(Member.email_key).is_(None),
        col(Member.state) != MemberState.ERASED,
    )
    if hoods is not None:
        found = found.where(col(Member.neighbourhood_id).in_(sorted(hoods)))
    rows = work.connection().execute(found.order_by(col(Member.first_name), col(Member.id)).limit(SHOWN))
    return [Profile(*row) for row in rows]


def is_without_address(work: Work, member_id: int) -> bool:
    """Say whether this member cannot be mailed at all: news for them goes to the desk."""
    return bool(_IS_WITHOUT.rows(work, {"id": member_id}))


def without_address_among(work: Work, member_ids: Collection[int]) -> set[int]:
    """Return which of these members cannot be mailed at all."""
    return {row.id for row in work.connection().execute(_AMONG, {"ids": sorted(member_ids)})}


def standing_code(work: Work, member_id: int) -> PaperCode | None:
    """Return the code on paper that still works for this member."""
    found = select(PaperCode).where(
        col(PaperCode.member_id) == member_id,
        col(PaperCode.ended_at).is_(None),
        col(PaperCode.expires_at) > work.now(),
    )
    return work.scalars(found).first()
