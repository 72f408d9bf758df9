"""Point out requests to who offers such help: in the digest, never with a mail of its own."""

from typing import Any

from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify
from b2b.posts import queries as posts
from b2b.promise import queries
from b2b.promise.rules.suggesting import FRESH, LOOKED_AT, SUGGESTION


def suggest(work: Work, post_id: int) -> int:
    """Let this request stand in the next digest of whom it fits and is news to; return of how many people."""
    post = posts.post(work, post_id)
    if post is None:
        return 0
    found = queries.to_suggest(work, post_id)
    for one in found:
        about = {"post": post_id, "offer": one.offer_id}
        notify(work, one.member_id, SUGGESTION, municipality_id=post.municipality_id, **about)
    return len(found)


def suggesting_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Look at the requests of the last days, the newest first; a transaction for each, and only when somebody hears."""
    with desk.reading() as work:
        fresh = posts.fresh_requests(work, work.now() - FRESH, LOOKED_AT)
    for post_id in fresh:
        with desk.reading() as work:
            is_news = bool(queries.to_suggest(work, post_id))
        if is_news:
            with desk.writing() as work:
                suggest(work, post_id)
