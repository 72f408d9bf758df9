"""Verbs of a handoff."""

from b2b.handoff.service.handing import (
    DELIVER,
    claim,
    contact,
    delivered,
    finish,
    follow_ended_neighbourhood,
    give_back,
    hand_over,
    not_delivered,
    note_seen,
    purge,
    release,
    tell_resident,
    tell_staff,
    withdraw,
)

__all__ = [
    "DELIVER",
    "claim",
    "contact",
    "delivered",
    "finish",
    "follow_ended_neighbourhood",
    "give_back",
    "hand_over",
    "not_delivered",
    "note_seen",
    "purge",
    "release",
    "tell_resident",
    "tell_staff",
    "withdraw",
]
