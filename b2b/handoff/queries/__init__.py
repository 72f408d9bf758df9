"""Questions about handoffs."""

from b2b.handoff.queries.handoffs import (
    FINDER,
    Waiting,
    attempts,
    by_once,
    count_open,
    mail_about,
    mail_to_staff,
    mine,
    moves,
    open_for_post,
    parcel,
    queue,
)

__all__ = [
    "FINDER",
    "Waiting",
    "attempts",
    "by_once",
    "count_open",
    "mail_about",
    "mail_to_staff",
    "mine",
    "moves",
    "open_for_post",
    "parcel",
    "queue",
]
