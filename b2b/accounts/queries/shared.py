"""Parts of statements that other features build theirs from: a page then needs no statement more."""

from sqlalchemy import bindparam, select, union_all
from sqlmodel import col

from b2b.accounts.models import Block, Member

NAMES = select(
    col(Member.id).label("id"), col(Member.first_name).label("first_name"), col(Member.reference).label("reference")
).subquery("names")
"""To join by member id: the first name of an author, and the reference of the profile."""

BLOCKED = union_all(
    select(col(Block.blocked_id).label("id")).where(col(Block.blocker_id) == bindparam("member")),
    select(col(Block.blocker_id).label("id")).where(col(Block.blocked_id) == bindparam("member")),
).subquery("blocked")
"""The ids of whom the member with bind parameter `member` does not meet, in either direction."""
