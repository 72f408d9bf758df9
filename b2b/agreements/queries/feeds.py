"""A member's own calendar: whose secret address it is, and the appointments in it, in one question."""

from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import bindparam, case, or_, select
from sqlmodel import col
from sqlmodel import select as select_things

from b2b.accounts.queries.shared import NAMES
from b2b.agreements.calendar import Entry
from b2b.agreements.models import Agreement, CalendarFeed
from b2b.agreements.queries.mails import STATUS
from b2b.agreements.rules import FEED_MAX, FEED_PAST, LENGTH
from b2b.core.db import Work
from b2b.posts.queries import Post

_OTHER = case((col(Agreement.asker_id) == bindparam("me"), col(Agreement.helper_id)), else_=col(Agreement.asker_id))
_ENTRIES: Any = (
    select(
        col(Agreement.series),
        col(Agreement.sequence),
        col(Agreement.state),
        col(Agreement.starts_at),
        col(Agreement.place),
        col(Post.title),
        NAMES.c.first_name,
    )
    .join_from(Agreement, Post, col(Post.id) == col(Agreement.post_id))
    .join(NAMES, NAMES.c.id == _OTHER)
    .where(
        or_(col(Agreement.asker_id) == bindparam("me"), col(Agreement.helper_id) == bindparam("me")),
        col(Agreement.starts_at) > bindparam("since"),
    )
    .order_by(col(Agreement.starts_at).desc(), col(Agreement.id).desc())
    .limit(FEED_MAX)
)


def hash_of(token: str) -> bytes:
    """Return what is kept of a secret address: it has 256 random bits, so a plain hash is enough."""
    return sha256(token.encode()).digest()


def feed_of(work: Work, member_id: int) -> CalendarFeed | None:
    """Return the feed that somebody has, if they made one."""
    return work.get(CalendarFeed, member_id)


def feed_at(work: Work, municipality_id: int | None, token: str) -> CalendarFeed | None:
    """Return the feed with this secret address."""
    found = select_things(CalendarFeed).where(CalendarFeed.token_hash == hash_of(token))
    return work.exec(found.where(CalendarFeed.municipality_id == municipality_id)).first()


def entries(work: Work, member_id: int) -> list[Entry]:
    """Return somebody's appointments from a month ago onwards, each once: the newest word about a series counts."""
    newest: dict[str, Entry] = {}
    now = work.now()
    for row in work.connection().execute(_ENTRIES, {"me": member_id, "since": now - FEED_PAST}):
        entry = Entry(
            uid=f"{row.series}@buurthulp",
            sequence=row.sequence,
            status=STATUS[row.state],
            starts_at=row.starts_at,
            ends_at=row.starts_at + LENGTH,
            written_at=now,
            summary=f"Buurthulp: {row.title}",
            place=row.place,
            description=f"Met {row.first_name}. Wil je iets veranderen? Kijk op Buurthulp bij je afspraken.",
        )
        if row.series not in newest or newest[row.series].sequence < entry.sequence:
            newest[row.series] = entry
    return list(newest.values())


def is_stale(feed: CalendarFeed, today: date) -> bool:
    """Say whether it has to be written down that the feed is in use: once a day is enough."""
    return feed.used_on < today
