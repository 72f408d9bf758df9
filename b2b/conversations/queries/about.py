"""Whom and what messages on the site are about: one statement for a whole list of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, case, select
from sqlmodel import col

from b2b.accounts.queries.shared import BLOCKED, NAMES
from b2b.conversations.models import Conversation
from b2b.core.db import Work
from b2b.notifications.words import Detail
from b2b.posts.queries import Post

_other_id = case(
    (col(Conversation.author_id) == bindparam("member"), col(Conversation.responder_id)),
    else_=col(Conversation.author_id),
)
_ABOUT = (
    select(col(Conversation.id), col(Conversation.reference), NAMES.c.first_name, col(Post.title))
    .join_from(Conversation, Post, col(Post.id) == col(Conversation.post_id))
    .join(NAMES, NAMES.c.id == _other_id)
    .where(
        col(Conversation.id).in_(bindparam("ids", expanding=True)),
        (col(Conversation.author_id) == bindparam("member"))
        | (col(Conversation.responder_id) == bindparam("member")),
        _other_id.not_in(select(BLOCKED.c.id)),
    )
)


def told(work: Work, member_id: int, rows: Sequence[Any]) -> dict[int, Detail]:
    """Return for messages about a conversation, by key: the other's first name, the title of the post, and its page."""
    ids = sorted({row.subject["conversation_id"] for row in rows if "conversation_id" in row.subject})
    if not ids:
        return {}
    found = work.connection().execute(_ABOUT, {"ids": ids, "member": member_id})
    known = {
        row.id: Detail(f"{row.first_name}: {row.title}", "conversations.show", {"conversation": row.reference})
        for row in found
    }
    return {row.id: known[key] for row in rows if (key := row.subject.get("conversation_id")) in known}
