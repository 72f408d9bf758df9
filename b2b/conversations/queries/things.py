"""Single conversations and messages, for services, moderators and floors above."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.conversations.models import Conversation, Message, Mute
from b2b.conversations.rules import ConversationState, PostGone, ResponseKind
from b2b.core.db import Work
from b2b.core.prepared import Prepared
from b2b.posts import queries as posts
from b2b.posts.queries import Post

REACTIONS_SHOWN = 50


@dataclass(frozen=True)
class Reaction:
    """One reaction to a post, for the author of the post."""

    reference: str
    state: ConversationState
    response: ResponseKind
    name: str
    created_at: datetime


_REACTIONS = (
    select(
        col(Conversation.reference),
        col(Conversation.state),
        col(Conversation.response),
        NAMES.c.first_name,
        col(Conversation.created_at),
    )
    .join_from(Conversation, NAMES, NAMES.c.id == col(Conversation.responder_id))
    .where(col(Conversation.post_id) == bindparam("post_id"))
    .order_by(col(Conversation.id))
    .limit(REACTIONS_SHOWN)
)
_OWN = Prepared(
    lambda: select(col(Conversation.reference)).where(
        col(Conversation.post_id) == bindparam("post_id"), col(Conversation.responder_id) == bindparam("me")
    )
)


def reactions(work: Work, post_id: int) -> list[Reaction]:
    """Return who reacted to a post, oldest first, at most REACTIONS_SHOWN."""
    return [Reaction(*row) for row in work.connection().execute(_REACTIONS, {"post_id": post_id})]


def own_reaction(work: Work, post_id: int, member_id: int) -> str | None:
    """Return the reference of the conversation in which this member reacted to the post."""
    return next((row.reference for row in _OWN.rows(work, {"post_id": post_id, "me": member_id})), None)


def conversation(work: Work, conversation_id: int) -> Conversation | None:
    """Return a conversation by its key."""
    return work.get(Conversation, conversation_id)


def post_of(work: Work, found: Conversation) -> Post:
    """Return the post that a conversation is about; a row points at it, so it is there."""
    post = posts.post(work, found.post_id)
    if post is None:
        raise PostGone()
    return post


def between(work: Work, post_id: int, responder_id: int) -> Conversation | None:
    """Return the one conversation of a post with somebody who reacted."""
    found = select(Conversation).where(
        col(Conversation.post_id) == post_id, col(Conversation.responder_id) == responder_id
    )
    return work.scalars(found).first()


def of_post(work: Work, post_id: int) -> list[Conversation]:
    """Return every conversation about a post, oldest first."""
    found = select(Conversation).where(col(Conversation.post_id) == post_id).order_by(col(Conversation.id))
    return list(work.scalars(found))


def is_muted(work: Work, conversation_id: int, member_id: int) -> bool:
    """Say whether this member wants no mail about the conversation."""
    found = select(col(Mute.id)).where(col(Mute.conversation_id) == conversation_id, col(Mute.member_id) == member_id)
    return work.scalars(found).first() is not None


def partners(work: Work, member_id: int) -> set[int]:
    """Return the members with whom this one has, or had, a conversation."""
    found = select(col(Conversation.author_id), col(Conversation.responder_id)).where(
        or_(col(Conversation.author_id) == member_id, col(Conversation.responder_id) == member_id)
    )
    return {one for row in work.execute(found) for one in row} - {member_id}


def due_to_close(work: Work, limit: int) -> list[Conversation]:
    """Return up to `limit` conversations whose time is over."""
    found = (
        select(Conversation)
        .where(col(Conversation.closes_at) <= work.now(), col(Conversation.state) != ConversationState.CLOSED)
        .order_by(col(Conversation.closes_at))
        .limit(limit)
    )
    return list(work.scalars(found))


def message(work: Work, message_id: int) -> Message | None:
    """Return a message by its key."""
    return work.get(Message, message_id)


def first_message(work: Work, conversation_id: int) -> Message | None:
    """Return the message with which a conversation began."""
    found = select(Message).where(col(Message.conversation_id) == conversation_id).order_by(col(Message.id))
    return work.scalars(found.limit(1)).first()


def message_by_reference(work: Work, reference: str) -> Message | None:
    """Return a message by its reference ("M-…"): for a notice about it."""
    return work.scalars(select(Message).where(col(Message.reference) == reference)).first()


def said_once(work: Work, conversation_id: int, author_id: int, once: str) -> Message | None:
    """Return the message that this token made, if any."""
    found = select(Message).where(
        col(Message.conversation_id) == conversation_id,
        col(Message.author_id) == author_id,
        col(Message.once) == once,
    )
    return work.scalars(found).first()


def message_before(work: Work, sent: Message) -> Message | None:
    """Return the message that came just before this one."""
    found = select(Message).where(col(Message.conversation_id) == sent.conversation_id, col(Message.id) < sent.id)
    return work.scalars(found.order_by(col(Message.id).desc()).limit(1)).first()


def around(work: Work, message: Message, each_side: int = 3) -> list[Message]:
    """Return a message with a few before and after it: what a moderator may read after a notice."""
    same = select(Message).where(col(Message.conversation_id) == message.conversation_id)
    before = same.where(col(Message.id) <= message.id).order_by(col(Message.id).desc()).limit(each_side + 1)
    after = same.where(col(Message.id) > message.id).order_by(col(Message.id)).limit(each_side)
    return [*reversed(list(work.scalars(before))), *work.scalars(after)]


def reacted_to(work: Work, member_id: int, post_ids: Sequence[int]) -> set[int]:
    """Return to which of these posts this member reacted before."""
    if not post_ids:
        return set()
    found = select(col(Conversation.post_id)).where(
        col(Conversation.responder_id) == member_id, col(Conversation.post_id).in_(post_ids)
    )
    return set(work.scalars(found))
