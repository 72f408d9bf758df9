"""Conversations end by themselves, a week after what they were about is over."""

from typing import Any

from b2b.conversations import queries
from b2b.conversations.rules import CLOSES_AFTER, CONVERSATION_LIFECYCLE, ConversationAction, ConversationState
from b2b.core.db import Work
from b2b.core.history import move
from b2b.jobs.worker import Desk, Ticket

BATCH = 200


def close_later(work: Work, post_id: int) -> None:
    """Let the conversations of a post that is over end in CLOSES_AFTER."""
    for conversation in queries.of_post(work, post_id):
        if conversation.state is not ConversationState.CLOSED:
            conversation.closes_at = work.now() + CLOSES_AFTER


def close_due(work: Work, limit: int = BATCH) -> int:
    """Close up to `limit` conversations whose time is over; return how many."""
    due = queries.due_to_close(work, limit)
    for conversation in due:
        move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.CLOSE)
    return len(due)


def closing_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Close everything that is due, in batches that each commit."""
    while True:
        with desk.writing() as work:
            if close_due(work) < BATCH:
                return
