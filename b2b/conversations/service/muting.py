"""No mail about a conversation, in one tap. The other side is not told, and everything stays readable."""

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.conversations.models import Conversation, Mute
from b2b.core.db import Work


def mute(work: Work, conversation: Conversation, member_id: int) -> None:
    """Send this member no mail about the conversation any more. Twice changes nothing."""
    row = {
        "municipality_id": conversation.municipality_id,
        "conversation_id": conversation.id,
        "member_id": member_id,
        "created_at": work.now(),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(Mute).values(row).on_conflict_do_nothing(index_elements=["conversation_id", "member_id"])
    work.connection().execute(once)


def unmute(work: Work, conversation: Conversation, member_id: int) -> None:
    """Send mail about the conversation again."""
    gone = delete(Mute).where(col(Mute.conversation_id) == conversation.id, col(Mute.member_id) == member_id)
    work.connection().execute(gone)
