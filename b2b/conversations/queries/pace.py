"""How fast somebody talks: for the limits of the ladder of trust."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import BY_MAIL
from b2b.core.db import Work

TEXTS_MAX = 50
MESSAGES_MAX = 200


def begun_since(work: Work, responder_id: int, since: datetime) -> list[datetime]:
    """Return when this member began conversations after `since`."""
    found = select(col(Conversation.created_at)).where(
        col(Conversation.responder_id) == responder_id, col(Conversation.created_at) > since
    )
    return list(work.scalars(found))


def begun_by_since(work: Work, responder_ids: Iterable[int], since: datetime) -> dict[int, int]:
    """Return how many conversations each of these members began after `since`; who began none is left out."""
    found = (
        select(col(Conversation.responder_id), func.count().label("begun"))
        .where(col(Conversation.responder_id).in_(sorted(responder_ids)), col(Conversation.created_at) > since)
        .group_by(col(Conversation.responder_id))
    )
    return {row.responder_id: row.begun for row in work.execute(found)}


def first_words_since(work: Work, responder_id: int, since: datetime) -> list[str]:
    """Return with which words this member began conversations after `since`, newest first, at most TEXTS_MAX."""
    first = (
        select(func.min(col(Message.id)))
        .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
        .where(
            col(Conversation.responder_id) == responder_id,
            col(Conversation.created_at) > since,
            col(Message.author_id) == responder_id,
        )
        .group_by(col(Message.conversation_id))
    )
    found = select(col(Message.body)).where(col(Message.id).in_(first)).order_by(col(Message.id).desc())
    return list(work.scalars(found.limit(TEXTS_MAX)))


def words_to_neighbours_since(work: Work, member_id: int, since: datetime) -> list[tuple[int, str]]:
    """Return what this member said after `since` to people they went to themselves: conversation and words.

    Newest first, at most MESSAGES_MAX. Who answers people that came to a post of their own says the same to each
    with good reason ("er is al iemand"), and is not counted here.
    """
    found = (
        select(col(Message.conversation_id), col(Message.body))
        .join(Conversation, col(Conversation.id) == col(Message.conversation_id))
        .where(
            col(Conversation.responder_id) == member_id,
            col(Message.author_id) == member_id,
            col(Message.created_at) > since,
        )
        .order_by(col(Message.id).desc())
    )
    return [(where, said) for where, said in work.execute(found.limit(MESSAGES_MAX))]


def mailed_since(work: Work, author_id: int, since: datetime) -> int:
    """Return how many messages of this member came by mail after `since`."""
    found = select(func.count()).where(
        col(Message.author_id) == author_id, col(Message.created_at) > since, col(Message.once).startswith(BY_MAIL)
    )
    return int(work.scalars(found).one())


def said_unanswered(work: Work, conversation_id: int, member_id: int, most: int) -> int:
    """Return how many messages a member wrote to somebody who never said anything; 0 once there is an answer.

    Stops counting at `most`.
    """
    here = select(col(Message.author_id)).where(col(Message.conversation_id) == conversation_id)
    if work.scalars(here.where(col(Message.author_id) != member_id).limit(1)).first() is not None:
        return 0
    return len(list(work.scalars(here.limit(most))))
