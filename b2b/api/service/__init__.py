"""Verbs of systems that talk with us."""

from b2b.api.service.clients import end, keep_answer, make, open_token, purge, renew
from b2b.api.service.subscriptions import (
    DELIVER,
    delivered,
    not_delivered,
    rotate,
    send_again,
    subscribe,
    tell_handed_over,
    tell_moved,
    tell_withdrawn,
    unsubscribe,
)

__all__ = [
    "DELIVER",
    "delivered",
    "end",
    "keep_answer",
    "make",
    "not_delivered",
    "open_token",
    "purge",
    "renew",
    "rotate",
    "send_again",
    "subscribe",
    "tell_handed_over",
    "tell_moved",
    "tell_withdrawn",
    "unsubscribe",
]
