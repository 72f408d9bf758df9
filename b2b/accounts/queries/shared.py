"""Parts of statements that other features build theirs from: a page then needs no statement more."""

from typing import Any

from sqlalchemy import and_, bindparam, literal, or_, select, union_all
from sqlmodel import col

from b2b.accounts.models import Block, Member, StaffGuest
from b2b.accounts.rules import MemberState

NAMES = select(
    col(Member.id).label("id"),
    col(Member.first_name).label("first_name"),
    col(Member.reference).label("reference"),
    and_(col(Member.email_key).is_(None), col(Member.state) != MemberState.ERASED).label("at_desk"),
).subquery("names")
"""To join by member id: the first name of an author, the reference of the profile, and whether the desk reads for them."""

GUESTS = select(
    col(StaffGuest.municipality_id).label("municipality_id"),
    col(StaffGuest.member_id).label("member_id"),
    col(StaffGuest.town).label("town"),
).subquery("guests")
"""To join by municipality and member: the town of who works here for another one. It is shown in place of a name."""


def guest_at(municipality: Any, member: Any) -> Any:
    """Return the condition that joins GUESTS: `member` (a column) came to this municipality (a column) from another."""
    return and_(GUESTS.c.municipality_id == municipality, GUESTS.c.member_id == member)


BLOCKED = union_all(
    select(col(Block.blocked_id).label("id")).where(col(Block.blocker_id) == bindparam("member")),
    select(col(Block.blocker_id).label("id")).where(col(Block.blocked_id) == bindparam("member")),
).subquery("blocked")
"""The ids of whom the member with bind parameter `member` does not meet, in either direction."""

_STATE: Any = Member.__table__.c.state.type  # type: ignore[attr-defined]

AWAY = (
    select(col(Member.id).label("id"))
    .where(
        # Written out, not bound: the small index of suspended members is only used when the planner sees this.
        col(Member.state) == literal(MemberState.SUSPENDED, _STATE, literal_execute=True),
        or_(col(Member.suspended_until).is_(None), col(Member.suspended_until) > bindparam("now")),
    )
    .subquery("away")
)
"""The ids of who may not take part at the moment `now` (a bind parameter): nobody sees their posts."""
