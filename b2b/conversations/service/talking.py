"""Reacting to a post and writing to each other. A double click is one message; two tabs are one conversation."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.conversations import queries
from b2b.conversations.events import MessageSent, ResponseGiven
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import (
    CONVERSATION_LIFECYCLE,
    Answer,
    ConversationAction,
    ConversationOver,
    ConversationState,
    NotOpen,
    PostGone,
    ResponseKind,
    Words,
    is_writable,
)
from b2b.conversations.service.pacing import check_begin, check_say
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.notifications.service import read_about
from b2b.posts.queries import Post
from b2b.posts.rules import PostState


def check_open(work: Work, post: Post, member_id: int) -> None:
    """Raise PostGone when one of the two blocked the other, NotOpen when nobody can react any more."""
    author = people.member(work, post.author_id)
    if people.are_blocked(work, post.author_id, member_id) or (author and author.is_out(work.now())):
        raise PostGone()
    if post.state is not PostState.OPEN:
        raise NotOpen()


def answer(work: Work, post: Post, member_id: int, said: Answer) -> Conversation:
    """React to an open post: a new conversation, or one more message in the one there is.

    Raises what `check_open`, `check_begin` and `check_say` raise, before anything has changed.
    """
    lock(work, post)  # nobody is chosen between the check and the reaction
    found = queries.between(work, post.id or 0, member_id)
    if found is not None and queries.said_once(work, found.id or 0, member_id, said.once):
        return found  # the second click of a double one, perhaps after somebody was chosen
    check_open(work, post, member_id)
    if found is None:
        check_begin(work, member_id, said.body)
        return _begin(work, post, member_id, said)
    check_say(work, found, member_id, said.body)
    if found.state is ConversationState.CLOSED:
        move(work, found, CONVERSATION_LIFECYCLE, ConversationAction.REOPEN)
        found.closes_at = None
    send(work, found, member_id, Words(said.body, said.once))
    return found


def _begin(work: Work, post: Post, member_id: int, said: Answer) -> Conversation:
    now = work.now()
    row = {
        "reference": new_reference("G"),
        "municipality_id": post.municipality_id,
        "neighbourhood_id": post.neighbourhood_id,
        "post_id": post.id,
        "author_id": post.author_id,
        "responder_id": member_id,
        "response": ResponseKind(said.kind),
        "state": ConversationState.OPEN,
        "created_at": now,
        "last_message_at": now,
        "responder_read_at": now,
    }
    is_new = _insert(work, Conversation, row, ["post_id", "responder_id"])
    conversation = queries.between(work, post.id or 0, member_id)
    assert conversation is not None  # noqa: S101 - inserted above, here or by the other tab
    _say(work, conversation, member_id, said.body, said.once)
    if is_new:
        work.record(ResponseGiven(conversation.id or 0))
    return conversation


def send(work: Work, conversation: Conversation, author_id: int, words: Words) -> None:
    """Write in a conversation; raise ConversationOver when it is closed or one blocked the other, or what `check_say` says."""
    if queries.said_once(work, conversation.id or 0, author_id, words.once):
        return
    blocked = people.are_blocked(work, *conversation.participants)
    if not is_writable(conversation.state, blocked=blocked):
        raise ConversationOver()
    check_say(work, conversation, author_id, words.body)
    message = _say(work, conversation, author_id, words.body, words.once)
    if message is not None:
        work.record(MessageSent(message.id or 0))
        read_by(work, conversation, author_id)
        conversation.last_message_at = work.now()


def _say(work: Work, conversation: Conversation, author_id: int, body: str, once: str) -> Message | None:
    """Add a message; None when this token made one before."""
    row = {
        "reference": new_reference("M"),
        "municipality_id": conversation.municipality_id,
        "conversation_id": conversation.id,
        "author_id": author_id,
        "body": body,
        "once": once,
        "created_at": work.now(),
    }
    if not _insert(work, Message, row, ["conversation_id", "author_id", "once"]):
        return None
    return queries.said_once(work, conversation.id or 0, author_id, once)


def read_by(work: Work, conversation: Conversation, member_id: int) -> None:
    """Remember that this side has seen everything up to now."""
    if member_id == conversation.author_id:
        conversation.author_read_at = work.now()
    else:
        conversation.responder_read_at = work.now()


def mark_read(work: Work, conversation_id: int, member_id: int) -> None:
    """Remember that this member opened the conversation, and what told of it: a short write of its own, beside the page."""
    conversation = queries.conversation(work, conversation_id)
    if conversation is not None and member_id in conversation.participants:
        read_by(work, conversation, member_id)
        read_about(work, member_id, conversation_id=conversation_id)


def hide_message(work: Work, message: Message) -> None:
    """Take a message out of sight: a moderator's decision. The row stays, for an objection."""
    if message.hidden_at is None:
        message.hidden_at = work.now()
        audit.note(work, "message.hidden", message)


def mark_message(work: Work, message: Message) -> None:
    """Remember that a floor above has something to show beside a message."""
    message.marked = True


def show_message(work: Work, message: Message) -> None:
    """Show a message again that was put aside: a person looked, and nothing is wrong with it."""
    if message.hidden_at is not None:
        message.hidden_at = None
        audit.note(work, "message.shown_again", message)


def _insert(work: Work, table: type[Conversation | Message], row: dict[str, Any], unique: list[str]) -> bool:
    """Insert a row, unless the unique columns say that it is there; say which."""
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(table).values(row).on_conflict_do_nothing(index_elements=unique).returning(col(table.id))
    return work.connection().execute(once).first() is not None
