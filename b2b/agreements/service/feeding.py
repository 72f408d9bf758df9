"""A calendar of one's own: make its secret address, take it back, remember that it is used, forget what is not."""

from sqlalchemy import delete, update
from sqlmodel import col

from b2b.agreements.models import CalendarFeed
from b2b.agreements.queries.feeds import feed_of, hash_of
from b2b.agreements.rules import FEED_UNUSED
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.core.ids import new_token


def make_feed(work: Work, member_id: int, municipality_id: int) -> str:
    """Return a fresh secret for the address of somebody's calendar; the old one is over."""
    token, today = new_token(), local(work.now()).date()
    row = feed_of(work, member_id)
    if row is None:
        work.add(
            CalendarFeed(
                member_id=member_id, municipality_id=municipality_id, token_hash=hash_of(token), used_on=today
            )
        )
    else:
        row.token_hash, row.used_on = hash_of(token), today
    return token


def stop_feed(work: Work, member_id: int) -> None:
    """Take the address back; without one nothing changes."""
    work.connection().execute(delete(CalendarFeed).where(col(CalendarFeed.member_id) == member_id))


def feed_used(work: Work, member_id: int) -> None:
    """Remember that somebody's telephone still asks."""
    used = update(CalendarFeed).where(col(CalendarFeed.member_id) == member_id)
    work.connection().execute(used.values(used_on=local(work.now()).date()))


def purge_feeds(work: Work) -> int:
    """Forget addresses that nobody asked for in half a year; return how many."""
    old = delete(CalendarFeed).where(col(CalendarFeed.used_on) < local(work.now()).date() - FEED_UNUSED)
    return work.connection().execute(old).rowcount
