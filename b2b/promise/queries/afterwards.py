"""Who keeps somebody waiting, and which appointments nobody came to."""

from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.agreements import queries as meetings
from b2b.agreements.queries import Agreement
from b2b.agreements.rules import AgreementState
from b2b.conversations import queries as talks
from b2b.conversations.queries import Conversation, Message
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.promise.models import NoShow, Nudge
from b2b.promise.rules.afterwards import ASK_AFTER, ASK_UNTIL, PEACE, SILENT, TOO_LONG_AGO

SHOWN = 50

_said = Message.__table__.alias("said")  # type: ignore[attr-defined]
_LAST = (
    select(func.max(_said.c.id))
    .where(_said.c.conversation_id == col(Conversation.id), _said.c.hidden_at.is_(None))
    .correlate(Conversation)
    .scalar_subquery()
)


def silent(work: Work, limit: int) -> list[tuple[Conversation, int]]:
    """Return up to `limit` open conversations in which a message waits, with who is silent and was not reminded yet."""
    now = work.now()
    found = (
        select(Conversation, col(Message.author_id))
        .join(Message, col(Message.id) == _LAST)
        .where(
            col(Conversation.state) == ConversationState.OPEN,
            col(Conversation.last_message_at) <= now - SILENT,
            col(Conversation.last_message_at) > now - TOO_LONG_AGO,
            col(Conversation.id).not_in(select(col(Nudge.conversation_id))),
        )
        .order_by(col(Conversation.last_message_at), col(Conversation.id))
        .limit(limit)
    )
    return [(row[0], row[0].other(row[1])) for row in work.execute(found)]


def lately_nudged(work: Work, member_id: int) -> bool:
    """Say whether this member was reminded of something a short time ago."""
    found = select(col(Nudge.id)).where(col(Nudge.member_id) == member_id, col(Nudge.created_at) > work.now() - PEACE)
    return work.scalars(found.limit(1)).first() is not None


def no_show(work: Work, agreement_id: int) -> NoShow | None:
    """Return what was said about an appointment to which nobody came."""
    return work.scalars(select(NoShow).where(col(NoShow.agreement_id) == agreement_id)).first()


def due_to_ask(work: Work, limit: int) -> list[NoShow]:
    """Return up to `limit` no-shows of which it is time to ask what happened; corrected ones are left out."""
    found = (
        select(NoShow)
        .join(Agreement, col(Agreement.id) == col(NoShow.agreement_id))
        .where(
            col(NoShow.asked_at).is_(None),
            col(NoShow.at) <= work.now() - ASK_AFTER,
            col(Agreement.state) == AgreementState.MISSED,
        )
        .order_by(col(NoShow.at))
        .limit(limit)
    )
    return list(work.scalars(found))


def not_come(work: Work, municipality_id: int, hoods: frozenset[int] | None) -> list[tuple[NoShow, Agreement]]:
    """Return the appointments to which somebody did not come, newest first; `hoods` None: everywhere."""
    found = (
        select(NoShow, Agreement)
        .join(Agreement, col(Agreement.id) == col(NoShow.agreement_id))
        .where(col(NoShow.municipality_id) == municipality_id, col(Agreement.state) == AgreementState.MISSED)
        .order_by(col(NoShow.at).desc(), col(NoShow.id).desc())
        .limit(SHOWN)
    )
    if hoods is not None:
        found = found.where(col(Agreement.neighbourhood_id).in_(sorted(hoods)))
    return [(row[0], row[1]) for row in work.execute(found)]


def can_say(work: Work, agreement: Agreement) -> NoShow | None:
    """Return the no-show about which both may still say what happened."""
    found = no_show(work, agreement.id or 0)
    is_in_time = found is not None and work.now() < found.at + ASK_UNTIL
    return found if is_in_time and agreement.state is AgreementState.MISSED else None


def still_waiting(work: Work, notification: Any) -> dict[str, Any] | None:
    """Remind one side that the other waits; None once they answered, muted it, or it closed."""
    found = talks.conversation(work, notification.subject["conversation_id"])
    if found is None or found.state is not ConversationState.OPEN:
        return None
    reader_id = notification.member_id
    last = talks.reading(work, found, reader_id).lines[-1:]
    if not last or last[0].mine or talks.is_muted(work, found.id or 0, reader_id):
        return None
    post = talks.post_of(work, found)
    other = found.other(reader_id)
    return {
        "conversation_reference": found.reference,
        "post_title": post.title,
        "other_name": people.names(work, [other]).get(other, ""),
    }


def what_happened(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask one side what happened when nobody came; None once it was corrected or said."""
    meeting = meetings.agreement(work, notification.subject["agreement_id"])
    found = can_say(work, meeting) if meeting else None
    if meeting is None or found is None:
        return None
    is_asker = notification.member_id == meeting.asker_id
    if (found.asker_said if is_asker else found.helper_said) is not None:
        return None
    around = meetings.surroundings(work, meeting, notification.member_id)
    return {
        "agreement_reference": meeting.reference,
        "starts_at": meeting.starts_at,
        "post_title": around.post_title,
        "other_name": around.other_name,
        "is_asker": is_asker,
    }
