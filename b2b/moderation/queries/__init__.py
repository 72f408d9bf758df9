"""Questions about review: the queue, one item, what it is about, what mails say."""

from b2b.moderation.queries.items import (
    NoticeLine,
    Past,
    decision,
    decision_of,
    due,
    history,
    item,
    last_word,
    notice,
    notice_by_once,
    notice_lines,
    notices_of,
    open_item,
    placed_posts,
)
from b2b.moderation.queries.mails import (
    notice_words,
    to_author,
    to_moderator,
    to_notifier,
)
from b2b.moderation.queries.queue import Counts, QueueRow, counts, queue
from b2b.moderation.queries.targets import Target, target, target_by_reference

__all__ = [
    "Counts",
    "NoticeLine",
    "Past",
    "QueueRow",
    "Target",
    "counts",
    "decision",
    "decision_of",
    "due",
    "history",
    "item",
    "last_word",
    "notice",
    "notice_by_once",
    "notice_lines",
    "notice_words",
    "notices_of",
    "open_item",
    "placed_posts",
    "queue",
    "target",
    "target_by_reference",
    "to_author",
    "to_moderator",
    "to_notifier",
]
