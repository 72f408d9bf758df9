"""Verbs of review. They change and record; they never commit, never send."""

from b2b.moderation.service.asking import ask_for_post, follow_changed_post, follow_closed_post
from b2b.moderation.service.deciding import decide, note_read
from b2b.moderation.service.escalating import escalate_due, hand_on
from b2b.moderation.service.noticing import file_notice, forget_notifiers
from b2b.moderation.service.telling import tell_about_decision, tell_higher, tell_moderators, tell_receipt

__all__ = [
    "ask_for_post",
    "decide",
    "escalate_due",
    "file_notice",
    "follow_changed_post",
    "follow_closed_post",
    "forget_notifiers",
    "hand_on",
    "note_read",
    "tell_about_decision",
    "tell_higher",
    "tell_moderators",
    "tell_receipt",
]
