"""The list of somebody's conversations: one statement, twenty rows, newest first."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import PAGE_SIZE, ConversationState, ResponseKind
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind
from b2b.web.paging import Cursor

_NEWEST = Cursor(datetime(9999, 1, 1, tzinfo=UTC), 0)


@dataclass(frozen=True)
class InboxRow:
    """One conversation in the list. `last_words` is None when that message was hidden."""

    id: int
    reference: str
    state: ConversationState
    response: ResponseKind
    post_title: str
    post_kind: PostKind
    other_name: str
    last_message_at: datetime
    last_words: str | None
    last_is_mine: bool
    unread: bool


def _picked(side: Any) -> Select[Any]:
    """Return the newest conversations in which the member stands on one side, by its index alone."""
    ids = (
        select(col(Conversation.id).label("id"), col(Conversation.last_message_at).label("at"))
        .where(
            side == bindparam("me"),
            col(Conversation.last_message_at) <= bindparam("before_at"),
            or_(
                col(Conversation.last_message_at) < bindparam("before_at"),
                col(Conversation.id) < bindparam("before_id"),
            ),
        )
        .order_by(col(Conversation.last_message_at).desc(), col(Conversation.id).desc())
        .limit(PAGE_SIZE + 1)
        .subquery()
    )
    return select(ids.c.id, ids.c.at)


_both = union_all(_picked(col(Conversation.author_id)), _picked(col(Conversation.responder_id))).subquery()
_page = select(_both.c.id, _both.c.at).order_by(_both.c.at.desc(), _both.c.id.desc()).limit(PAGE_SIZE + 1).subquery()
_mine = col(Conversation.author_id) == bindparam("me")
_other_id = case((_mine, col(Conversation.responder_id)), else_=col(Conversation.author_id))
_read_at = case((_mine, col(Conversation.author_read_at)), else_=col(Conversation.responder_read_at))
_said = aliased(Message)
_last_id = (
    select(col(_said.id))
    .where(col(_said.conversation_id) == _page.c.id)
    .order_by(col(_said.id).desc())
    .limit(1)
    .correlate(_page)
    .scalar_subquery()
)
_INBOX = (
    select(
        col(Conversation.id),
        col(Conversation.reference),
        col(Conversation.state),
        col(Conversation.response),
        col(Post.title),
        col(Post.kind),
        NAMES.c.first_name,
        col(Conversation.last_message_at),
        case((col(Message.hidden_at).is_(None), col(Message.body)), else_=None).label("last_words"),
        (col(Message.author_id) == bindparam("me")).label("last_is_mine"),
        and_(
            col(Message.author_id) != bindparam("me"),
            or_(_read_at.is_(None), _read_at < col(Conversation.last_message_at)),
        ).label("unread"),
    )
    .join_from(_page, Conversation, col(Conversation.id) == _page.c.id)
    .join(Post, col(Post.id) == col(Conversation.post_id))
    .join(NAMES, NAMES.c.id == _other_id)
    .join(Message, col(Message.id) == _last_id)
    .order_by(_page.c.at.desc(), _page.c.id.desc())
)


def inbox(work: Work, member_id: int, before: Cursor | None = None) -> tuple[list[InboxRow], Cursor | None]:
    """Return a page of somebody's conversations, and where the next page starts (None: the end)."""
    start = before or _NEWEST
    values = {"me": member_id, "before_at": start.at, "before_id": start.id}
    rows = [InboxRow(*row) for row in work.connection().execute(_INBOX, values)]
    shown = rows[:PAGE_SIZE]
    more = len(rows) > PAGE_SIZE
    return shown, Cursor(shown[-1].last_message_at, shown[-1].id) if more else None
