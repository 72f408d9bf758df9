"""One conversation as its two people see it: one statement for what it is about and what was said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, exists, or_, select, true
from sqlmodel import col

from b2b.accounts.queries.shared import AWAY, BLOCKED, NAMES
from b2b.conversations.models import Conversation, Message, Mute
from b2b.conversations.rules import MESSAGES_SHOWN, ConversationState, is_writable
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState

LAST_ID = 2**62
"""Larger than any key: the newest page."""


@dataclass(frozen=True)
class Line:
    """One message. `body` is None when it was hidden."""

    id: int
    reference: str
    mine: bool
    body: str | None
    created_at: datetime
    marked: bool = False


@dataclass(frozen=True)
class Reading:
    """A page of a conversation, for one of its two people.

    `meet_them`: the help is for somebody else, with whom the helper agrees. `away`: the other may not
    take part for now; `at_desk`: staff of the desk read and write for the other; `muted`: the reader
    wants no mail about this.
    `older` is the key before which the next page starts (None: all is shown); `unread` says
    whether the other wrote something new.
    """

    post_reference: str
    post_title: str
    post_kind: PostKind
    post_state: PostState
    for_somebody_else: bool
    meet_them: bool
    other_reference: str
    other_name: str
    blocked: bool
    away: bool
    at_desk: bool
    muted: bool
    unread: bool
    lines: list[Line]
    older: int | None

    def is_writable(self, state: ConversationState) -> bool:
        """Say whether the two can write to each other now."""
        return is_writable(state, blocked=self.blocked)

    @property
    def waits_for_other(self) -> bool:
        """Say whether the last word is the reader's own."""
        return bool(self.lines) and self.lines[-1].mine


@dataclass(frozen=True)
class News:
    """What came after a message, for one of the two people of a conversation."""

    other_name: str
    lines: list[Line]


_mine = col(Conversation.author_id) == bindparam("me")
_other_id = case((_mine, col(Conversation.responder_id)), else_=col(Conversation.author_id))
_read_at = case((_mine, col(Conversation.author_read_at)), else_=col(Conversation.responder_read_at))
_said = (
    select(Message)
    .where(col(Message.conversation_id) == bindparam("id"), col(Message.id) < bindparam("before"))
    .order_by(col(Message.id).desc())
    .limit(MESSAGES_SHOWN + 1)
    .subquery()
)
_muted = exists().where(col(Mute.conversation_id) == col(Conversation.id), col(Mute.member_id) == bindparam("me"))
_READ = (
    select(
        col(Post.reference).label("post_reference"),
        col(Post.title),
        col(Post.kind),
        col(Post.state),
        col(Post.for_somebody_else),
        col(Post.meet_them),
        NAMES.c.reference.label("other_reference"),
        NAMES.c.first_name,
        NAMES.c.at_desk,
        _other_id.in_(select(BLOCKED.c.id)).label("blocked"),
        _other_id.in_(select(AWAY.c.id)).label("away"),
        _muted.label("muted"),
        or_(_read_at.is_(None), _read_at < col(Conversation.last_message_at)).label("news"),
        _said.c.id,
        _said.c.reference.label("message_reference"),
        (_said.c.author_id == bindparam("me")).label("mine"),
        _said.c.body,
        _said.c.created_at,
        _said.c.hidden_at,
        _said.c.marked,
    )
    .join_from(Conversation, Post, col(Post.id) == col(Conversation.post_id))
    .join(NAMES, NAMES.c.id == _other_id)
    .join(_said, true(), isouter=True)
    .where(col(Conversation.id) == bindparam("id"))
    .order_by(_said.c.id)
)
_after = (
    select(Message)
    .where(col(Message.conversation_id) == bindparam("id"), col(Message.id) > bindparam("after"))
    .order_by(col(Message.id))
    .limit(MESSAGES_SHOWN)
    .subquery()
)
_NEWS = (
    select(
        NAMES.c.first_name,
        _after.c.id,
        _after.c.reference.label("message_reference"),
        (_after.c.author_id == bindparam("me")).label("mine"),
        _after.c.body,
        _after.c.created_at,
        _after.c.hidden_at,
        _after.c.marked,
    )
    .join_from(Conversation, NAMES, NAMES.c.id == _other_id)
    .join(_after, true(), isouter=True)
    .where(col(Conversation.id) == bindparam("id"))
    .order_by(_after.c.id)
)


def reading(work: Work, conversation: Conversation, member_id: int, before: int = LAST_ID) -> Reading:
    """Return the newest MESSAGES_SHOWN messages before the key `before`, and what surrounds them."""
    values = {"id": conversation.id, "me": member_id, "member": member_id, "before": before, "now": work.now()}
    rows = work.connection().execute(_READ, values).all()
    first = rows[0]
    said = [row for row in rows if row.id is not None]
    shown = said[-MESSAGES_SHOWN:]
    lines = [_line(row) for row in shown]
    return Reading(
        post_reference=first.post_reference,
        post_title=first.title,
        post_kind=first.kind,
        post_state=first.state,
        for_somebody_else=bool(first.for_somebody_else),
        meet_them=bool(first.meet_them),
        other_reference=first.other_reference,
        other_name=first.first_name,
        blocked=bool(first.blocked),
        away=bool(first.away),
        at_desk=bool(first.at_desk),
        muted=bool(first.muted),
        unread=bool(first.news) and before == LAST_ID and any(not line.mine for line in lines),
        lines=lines,
        older=shown[0].id if len(said) > MESSAGES_SHOWN else None,
    )


def news(work: Work, conversation: Conversation, member_id: int, after: int) -> News:
    """Return the messages after the one with key `after`, at most MESSAGES_SHOWN, oldest first."""
    values = {"id": conversation.id, "me": member_id, "after": after}
    rows = work.connection().execute(_NEWS, values).all()
    return News(rows[0].first_name, [_line(row) for row in rows if row.id is not None])


def _line(row: Any) -> Line:
    body = row.body if row.hidden_at is None else None
    return Line(row.id, row.message_reference, bool(row.mine), body, row.created_at, bool(row.marked))
