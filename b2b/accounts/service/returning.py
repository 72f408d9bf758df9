"""Mail to a member comes back for good: remember it, ask at the next visit, and let go of it."""

from sqlalchemy import update
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.core.db import Work


def mark_failing(work: Work, member_id: int) -> None:
    """Remember that mail to this member's address cannot be delivered. The first time counts."""
    still_fine = update(Member).where(col(Member.id) == member_id, col(Member.email_failed_at).is_(None))
    work.connection().execute(still_fine.values(email_failed_at=work.now()))


def is_right(work: Work, member_id: int) -> None:
    """Believe a member who says that the address is right: mail goes there again."""
    work.connection().execute(update(Member).where(col(Member.id) == member_id).values(email_failed_at=None))
