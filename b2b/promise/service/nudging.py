"""Remind who keeps a neighbour waiting: once in a conversation, and never of several at a time."""

from typing import Any

from b2b.accounts import queries as people
from b2b.conversations import queries as talks
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify
from b2b.posts.rules import PostState
from b2b.promise.models import Nudge
from b2b.promise.queries import afterwards

BATCH = 100


def nudge_due(work: Work, limit: int = BATCH) -> int:
    """Remind up to `limit` people; return how many.

    Who was reminded of another conversation, muted this one, or cannot take part is left in peace.
    """
    done = 0
    for talk, member_id in afterwards.silent(work, limit):
        post = talks.post_of(work, talk)
        quiet = talks.is_muted(work, talk.id or 0, member_id) or afterwards.lately_nudged(work, member_id)
        if quiet or post.state is not PostState.OPEN or people.are_blocked(work, *talk.participants):
            continue
        work.add(
            Nudge(
                municipality_id=talk.municipality_id,
                conversation_id=talk.id or 0,
                member_id=member_id,
                since=talk.last_message_at,
                created_at=work.now(),
            )
        )
        notify(work, member_id, "still-waiting", municipality_id=talk.municipality_id, conversation_id=talk.id)
        done += 1
    return done


def nudging_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Remind everybody who is due; what is left over comes the next day."""
    with desk.writing() as work:
        nudge_due(work)
