"""What mails about conversations say, looked up when they are sent. None: no longer needed."""

from typing import Any

from b2b.accounts import queries as people
from b2b.conversations.models import Conversation
from b2b.conversations.queries.things import conversation, message
from b2b.conversations.rules import ConversationState, response_words
from b2b.conversations.urgency import is_urgent
from b2b.core.db import Work
from b2b.posts import queries as posts
from b2b.posts.rules import PostState


def response_given(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell the author of a post who reacted, unless it is over already."""
    found = conversation(work, notification.subject["conversation_id"])
    if found is None or found.state is not ConversationState.OPEN:
        return None
    words = _about(work, found, notification.member_id)
    return words and words | {"response": response_words(words["post_kind"], found.response).short}


def message_sent(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that somebody wrote, unless it was read or hidden meanwhile."""
    sent = message(work, notification.subject["message_id"])
    if sent is None or sent.hidden_at is not None:
        return None
    found = conversation(work, sent.conversation_id)
    if found is None:
        return None
    is_author = notification.member_id == found.author_id
    read_at = found.author_read_at if is_author else found.responder_read_at
    if read_at is not None and read_at >= sent.created_at:
        return None
    return _about(work, found, notification.member_id)


def chosen(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who reacted that they were chosen, while that is true."""
    return _while(work, notification, ConversationState.CHOSEN)


def passed_over(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who reacted that somebody else was chosen, while that is true."""
    return _while(work, notification, ConversationState.NOT_CHOSEN)


def not_now(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who asked that it does not suit this neighbour now, while that is true."""
    return _while(work, notification, ConversationState.NOT_CHOSEN)


def released(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell one side that the other does not go on."""
    found = conversation(work, notification.subject["conversation_id"])
    return None if found is None else _about(work, found, notification.member_id)


def open_again(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who was passed over that somebody is looked for again, while that is true."""
    words = _while(work, notification, ConversationState.OPEN)
    if words is None or words["post_state"] is not PostState.OPEN:
        return None
    found = conversation(work, notification.subject["conversation_id"])
    return words | {"urgent": found is not None and is_urgent(work, found.post_id)}


def _while(work: Work, notification: Any, state: ConversationState) -> dict[str, Any] | None:
    found = conversation(work, notification.subject["conversation_id"])
    if found is None or found.state is not state:
        return None
    return _about(work, found, notification.member_id)


def _about(work: Work, found: Conversation, reader_id: int) -> dict[str, Any] | None:
    """Return what every mail about a conversation knows; None when the post is gone."""
    post = posts.post(work, found.post_id)
    if post is None or people.are_blocked(work, found.author_id, found.responder_id):
        return None
    other_id = found.other(reader_id)
    return {
        "other_name": people.names(work, [other_id]).get(other_id, ""),
        "post_title": post.title,
        "post_kind": post.kind,
        "post_state": post.state,
        "post_reference": post.reference,
        "conversation_reference": found.reference,
        "is_author": reader_id == found.author_id,
    }
