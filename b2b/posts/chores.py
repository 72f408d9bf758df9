"""What happens to posts by the clock: ask whether one is still needed, close what nobody keeps."""

from collections.abc import Callable
from typing import Any

from b2b.core.db import Work
from b2b.core.lifecycle import IllegalMove
from b2b.jobs.worker import Desk, Handler, Ticket
from b2b.notifications.service import notify
from b2b.posts import queries, service
from b2b.posts.events import StillNeededAsked
from b2b.posts.models import Post

ROUNDS = 500
"""At most so many batches in one job: what is left goes with the next."""


def each(due: Callable[[Work], list[int]], verb: Callable[[Work, Post], None]) -> Handler:
    """Return a handler that does `verb` to every due post, each in a transaction of its own."""

    def run(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
        for _ in range(ROUNDS):
            with desk.reading() as work:
                ids = due(work)
            for post_id in ids:
                _do(desk, verb, post_id)
            if not ids:
                return

    return run


def _do(desk: Desk, verb: Callable[[Work, Post], None], post_id: int) -> None:
    try:
        with desk.writing() as work:
            post = queries.post(work, post_id)
            if post is not None:
                verb(work, post)
    except IllegalMove:
        # Somebody chose a helper or closed it a moment ago: then there is nothing left to do.
        return


ask_after_posts = each(queries.due_to_ask, service.ask_still_needed)
expire_posts = each(queries.due_to_expire, service.expire)


def tell_author(work: Work, event: StillNeededAsked) -> None:
    """Mail the author the question whether the post is still needed."""
    post = queries.post(work, event.post_id)
    if post is not None:
        notify(work, post.author_id, "still-needed", municipality_id=post.municipality_id, post=post.id)
