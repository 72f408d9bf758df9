"""Reading what is private: only with a case, written down first, and told to the two afterwards."""

from b2b.conversations import queries as conversations
from b2b.core import audit
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade
from b2b.moderation.models import Reading, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import ReadingWhy, ReviewState, TargetKind
from b2b.moderation.rules.readings import AGAIN, who_hear
from b2b.notifications.service import notify
from b2b.thanks import queries as thank_yous


def note_seen(work: Work, item: ReviewItem) -> None:
    """Write down that a moderator opened an item; of what is private, also which words and on what ground.

    The same person and case within AGAIN count once.
    """
    if item.state is ReviewState.WAITING and _is_private(work, item):
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


def tell_read(work: Work, event: DecisionMade) -> None:
    """Tell the two that a moderator read what is between them: once somebody decided, so that it spoils nothing."""
    decision = queries.decision(work, event.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if item is not None:
        tell_read_for(work, item)


def tell_read_for(work: Work, item: ReviewItem) -> None:
    """Tell the two, of a case that nobody judges any more, who read it; once."""
    readings = queries.untold(work, item.id or 0)
    for reading in readings:
        reading.told_at = work.now()
    if readings:
        for member_id in _who_hear(work, readings[0]):
            notify(work, member_id, "message-read", municipality_id=item.municipality_id, reading_id=readings[0].id)


def _is_private(work: Work, item: ReviewItem) -> bool:
    if item.target_kind is TargetKind.MESSAGE:
        return True
    said = thank_yous.thanks(work, item.target_id) if item.target_kind is TargetKind.THANKS else None
    return said is not None and not said.is_public


def _note_read(work: Work, item: ReviewItem) -> None:
    reader, is_message = work.actor_id or 0, item.target_kind is TargetKind.MESSAGE
    message = conversations.message(work, item.target_id) if is_message else None
    if is_message and message is None:
        return
    if queries.reading_since(work, item.id or 0, reader, work.now() - AGAIN) is not None:
        return
    work.add(
        Reading(
            municipality_id=item.municipality_id,
            review_item_id=item.id or 0,
            conversation_id=message.conversation_id if message else None,
            message_id=message.id if message else None,
            thanks_id=None if message else item.target_id,
            reader_id=reader,
            why=ReadingWhy.NOTICE if item.notices else ReadingWhy.SIGNAL,
            at=work.now(),
        )
    )
    if is_message:
        audit.note(work, "message.read_for_review", item, message=item.target_id)
    else:
        audit.note(work, "thanks.read_for_review", item, thanks=item.target_id)


def _who_hear(work: Work, reading: Reading) -> tuple[int, ...]:
    if reading.thanks_id is None:
        talk = conversations.conversation(work, reading.conversation_id or 0)
        return talk.participants if talk else ()
    said = thank_yous.thanks(work, reading.thanks_id)
    return who_hear(said.author_id, said.receiver_id, arrived=said.shown_at is not None) if said else ()
