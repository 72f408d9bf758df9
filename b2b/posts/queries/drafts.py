"""Questions about drafts."""

from sqlmodel import col, or_, select

from b2b.core.db import Work
from b2b.posts.models import Draft

DRAFTS_MAX = 10


def drafts_of(work: Work, member_id: int | None, browser_key: bytes | None) -> list[Draft]:
    """Return what somebody began and did not finish, newest first: theirs, or of this browser."""
    mine = []
    if member_id is not None:
        mine.append(col(Draft.member_id) == member_id)
    if browser_key is not None:
        mine.append((col(Draft.browser_key) == browser_key) & col(Draft.member_id).is_(None))
    if not mine:
        return []
    found = select(Draft).where(or_(*mine), col(Draft.post_id).is_(None), col(Draft.expires_at) > work.now())
    return list(work.exec(found.order_by(col(Draft.updated_at).desc(), col(Draft.id).desc()).limit(DRAFTS_MAX)))
