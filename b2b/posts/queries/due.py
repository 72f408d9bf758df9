"""Which posts wait for the clock: to be asked after, or to close by themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_
from sqlalchemy import select as columns
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.queries.places import ALIVE
from b2b.posts.rules import ASK_STILL_NEEDED, PostKind, PostState

BATCH = 200


def due_to_ask(work: Work, limit: int = BATCH) -> list[int]:
    """Return open posts that expire within ASK_STILL_NEEDED and whose author was not asked yet."""
    soon = select(Post.id).where(
        Post.state == PostState.OPEN,
        col(Post.expires_at) <= work.now() + ASK_STILL_NEEDED,
        col(Post.expires_at) > work.now(),
        col(Post.asked_still_needed_at).is_(None),
    )
    return [i for i in work.exec(soon.order_by(col(Post.expires_at)).limit(limit)) if i is not None]


def due_to_expire(work: Work, limit: int = BATCH) -> list[int]:
    """Return open posts whose time is over."""
    over = select(Post.id).where(Post.state == PostState.OPEN, col(Post.expires_at) <= work.now())
    return [i for i in work.exec(over.order_by(col(Post.expires_at)).limit(limit)) if i is not None]


def fresh_requests(work: Work, since: datetime, limit: int) -> list[int]:
    """Return open requests placed after `since` that stand on a list, the newest first; quiet ones are on none."""
    found = select(Post.id).where(
        Post.state == PostState.OPEN,
        Post.kind == PostKind.REQUEST,
        col(Post.quiet).is_(False),
        col(Post.published_at) > since,
    )
    newest = found.order_by(col(Post.published_at).desc(), col(Post.id).desc()).limit(limit)
    return [i for i in work.exec(newest) if i is not None]


def alive_authors(since: datetime) -> Select[Any]:
    """Return, to ask within another statement, whose post still runs or ended after `since`."""
    runs = col(Post.state).in_(ALIVE)
    return columns(col(Post.author_id)).where(or_(runs, col(Post.closed_at) >= since))
