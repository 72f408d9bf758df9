"""Forget what people wrote and agreed, when its time is over. Each verb takes one batch, and says how many things went.

What somebody can still object to waits (`_in_a_case`): words that were reported, or that a decision was about, go when
their case is forgotten.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, exists, or_, update
from sqlmodel import SQLModel, col, select

from b2b.agreements.models import Agreement
from b2b.conversations.models import Conversation, Message
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.moderation.models import Decision, Reading, ReviewItem
from b2b.moderation.rules.reviews import ReviewState, TargetKind
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from b2b.promise.models import HelperRest, HelperTerms
from b2b.recurring.models import Place, Series
from b2b.thanks.models import Thanks

GONE = "Een bericht van vroeger"
"""The title of a post whose words are gone: what stands beside it (an appointment, a conversation) still says what it was."""


def forget_posts(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Take the words out of posts that closed before `before`; kind of help, neighbourhood and days stay.

    A post that was taken out of sight, or that its author never changed as was asked, does not close: it counts from
    when its words were last touched, and its case holds it for as long as somebody can object.
    """
    left_lying = col(Post.state).in_((PostState.HIDDEN, PostState.CHANGE_ASKED)) & (col(Post.updated_at) < before)
    old = select(col(Post.id)).where(
        Post.municipality_id == municipality_id,
        or_(col(Post.closed_at) < before, left_lying),
        col(Post.title) != GONE,
        ~_in_a_case(TargetKind.POST, col(Post.id)),
    )
    found = _keys(work, old, limit)
    emptied = update(Post).where(col(Post.id).in_(found))
    no_words = {"title": GONE, "body": "", "when_words": "", "where_words": "", "invited": []}
    work.connection().execute(emptied.values(version=col(Post.version) + 1, **no_words))
    return len(found)


def forget_conversations(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete conversations in which nobody spoke since `before`.

    With an appointment or a series the bare row stays as long as that; and a message of which the log says that a
    moderator read it stays, empty, as long as the log does. While help comes back the words stay too: who meets every
    week has little to write.
    """
    comes_back = or_(col(Series.over_at).is_(None), col(Series.over_at) >= before)
    met = or_(
        exists().where(col(Agreement.conversation_id) == col(Conversation.id)),
        exists().where(col(Series.conversation_id) == col(Conversation.id)),
        exists().where(col(Place.conversation_id) == col(Conversation.id)),
    )
    read = exists().where(col(Reading.conversation_id) == col(Conversation.id))
    said = exists().where(col(Message.conversation_id) == col(Conversation.id), col(Message.body) != "")
    judged = exists().where(
        col(Message.conversation_id) == col(Conversation.id), _in_a_case(TargetKind.MESSAGE, col(Message.id))
    )
    old = select(col(Conversation.id)).where(
        Conversation.municipality_id == municipality_id,
        col(Conversation.last_message_at) < before,
        or_(said, and_(~met, ~read)),
        ~judged,
        ~exists().where(col(Agreement.conversation_id) == col(Conversation.id), col(Agreement.starts_at) >= before),
        ~exists().where(col(Series.conversation_id) == col(Conversation.id), comes_back),
        ~exists().where(
            col(Place.conversation_id) == col(Conversation.id), col(Place.series_id) == col(Series.id), comes_back
        ),
    )
    found = _keys(work, old, limit)
    connection = work.connection()
    here = col(Message.conversation_id).in_(found)
    noted = select(col(Reading.message_id)).where(col(Reading.conversation_id).in_(found))
    connection.execute(delete(Message).where(here, col(Message.id).not_in(noted)))
    connection.execute(update(Message).where(here).values(body=""))
    connection.execute(update(Agreement).where(col(Agreement.conversation_id).in_(found)).values(place=""))
    bare = select(col(Conversation.id)).where(col(Conversation.id).in_(found), ~met, ~read)
    _uproot(work, SQLModel.metadata.tables["conversations"], list(work.scalars(bare)))
    return len(found)


def forget_agreements(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete appointments of before `before`, with what both said afterwards."""
    old = select(col(Agreement.id)).where(
        Agreement.municipality_id == municipality_id, col(Agreement.starts_at) < before
    )
    found = _keys(work, old, limit)
    _uproot(work, SQLModel.metadata.tables["agreements"], found)
    return len(found)


def forget_thanks(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete thank-yous that were written before `before`; that a moderator read one stays as long as the log does."""
    old = select(col(Thanks.id)).where(
        Thanks.municipality_id == municipality_id,
        col(Thanks.created_at) < before,
        ~_in_a_case(TargetKind.THANKS, col(Thanks.id)),
    )
    found = _keys(work, old, limit)
    connection = work.connection()
    connection.execute(update(Reading).where(col(Reading.thanks_id).in_(found)).values(thanks_id=None))
    connection.execute(delete(Thanks).where(col(Thanks.id).in_(found)))
    return len(found)


def forget_helper_terms(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete what helpers wished of an offer that closed before `before`."""
    closed = select(col(Post.id)).where(Post.municipality_id == municipality_id, col(Post.closed_at) < before)
    found = _keys(work, select(col(HelperTerms.id)).where(col(HelperTerms.post_id).in_(closed)), limit)
    work.connection().execute(delete(HelperTerms).where(col(HelperTerms.id).in_(found)))
    return len(found)


def forget_rests(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Forget holidays whose last day was before `before`; quiet hours and "never" are wishes that still hold."""
    old = select(col(HelperRest.id)).where(
        HelperRest.municipality_id == municipality_id, col(HelperRest.away_until) < local(before).date()
    )
    found = _keys(work, old, limit)
    connection = work.connection()
    these = col(HelperRest.id).in_(found)
    connection.execute(update(HelperRest).where(these).values(away_from=None, away_until=None))
    nothing_left = and_(these, col(HelperRest.quiet_from).is_(None), ~col(HelperRest.never))
    connection.execute(delete(HelperRest).where(nothing_left))
    return len(found)


def _in_a_case(kind: TargetKind, key: Any) -> ColumnElement[bool]:
    """Say whether something waits for a judgement, or was restricted by one that is still kept."""
    restricted = exists().where(
        col(Decision.review_item_id) == col(ReviewItem.id), col(Decision.statement_id).is_not(None)
    )
    return exists().where(
        col(ReviewItem.target_kind) == kind,
        col(ReviewItem.target_id) == key,
        or_(col(ReviewItem.state) == ReviewState.WAITING, col(ReviewItem.notices) > 0, restricted),
    )


def _keys(work: Work, found: Any, limit: int) -> list[Any]:
    return list(work.scalars(found.order_by(*found.selected_columns).limit(limit)))


def _uproot(work: Work, table: Table, keys: Sequence[Any]) -> None:
    """Delete these rows and, first, all rows that point at them: a table made later cannot be forgotten here."""
    if not keys:
        return
    connection = work.connection()
    for child in SQLModel.metadata.sorted_tables:
        for column in child.columns:
            if not any(link.column.table is table for link in column.foreign_keys):
                continue
            if column.nullable:
                connection.execute(update(child).where(column.in_(keys)).values({column.name: None}))
            elif "id" in child.columns:
                _uproot(work, child, list(connection.scalars(select(child.c.id).where(column.in_(keys)))))
            else:
                connection.execute(delete(child).where(column.in_(keys)))
    connection.execute(delete(table).where(table.c.id.in_(keys)))
