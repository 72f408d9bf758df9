"""Reading what is private: only with a case, written down first, and told to the two afterwards."""

from b2b.conversations import queries as conversations
from b2b.core import audit
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade
from b2b.moderation.models import Reading, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import ReadingWhy, ReviewState, TargetKind
from b2b.moderation.rules.readings import AGAIN
from b2b.notifications.service import notify


def note_seen(work: Work, item: ReviewItem) -> None:
    """Write down that a moderator opened an item; of a conversation, also which words and on what ground.

    The same person and case within AGAIN count once.
    """
    if item.target_kind is TargetKind.MESSAGE and item.state is ReviewState.WAITING:
        _note_read(work, item)
    else:
        audit.note(work, "review.opened", item)


def note_question(work: Work, about: Target) -> None:
    """Write down that somebody asked who saw this: the one who asks sees something too."""
    work.add(
        audit.AuditEntry(
            municipality_id=about.municipality_id,
            actor_id=work.actor_id,
            action="seen.asked",
            thing=queries.log_name(about),
            thing_id=about.id,
            at=work.now(),
        )
    )


def _note_read(work: Work, item: ReviewItem) -> None:
    reader = work.actor_id or 0
    message = conversations.message(work, item.target_id)
    if message is None or queries.reading_since(work, item.id or 0, reader, work.now() - AGAIN) is not None:
        return
    work.add(
        Reading(
            municipality_id=item.municipality_id,
            review_item_id=item.id or 0,
            conversation_id=message.conversation_id,
            message_id=message.id or 0,
            reader_id=reader,
            why=ReadingWhy.NOTICE if item.notices else ReadingWhy.SIGNAL,
            at=work.now(),
        )
    )
    audit.note(work, "message.read_for_review", item, message=item.target_id)


def tell_read(work: Work, event: DecisionMade) -> None:
    """Tell the two of a conversation that a moderator read in it: once somebody decided, so that it spoils nothing."""
    decision = queries.decision(work, event.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if item is None:
        return
    readings = queries.untold(work, item.id or 0)
    for reading in readings:
        reading.told_at = work.now()
    if readings:
        talk = conversations.conversation(work, readings[0].conversation_id)
        for member_id in talk.participants if talk else ():
            notify(work, member_id, "message-read", municipality_id=item.municipality_id, reading_id=readings[0].id)
