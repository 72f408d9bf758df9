"""Questions about conversations."""

from b2b.conversations.models import Conversation, Message
from b2b.conversations.queries.about import told
from b2b.conversations.queries.inbox import InboxRow, inbox
from b2b.conversations.queries.mails import (
    chosen,
    message_sent,
    not_now,
    open_again,
    passed_over,
    released,
    response_given,
)
from b2b.conversations.queries.pace import words_to_neighbours_since
from b2b.conversations.queries.reading import LAST_ID, Line, News, Reading, news, reading
from b2b.conversations.queries.things import (
    Reaction,
    around,
    between,
    conversation,
    due_to_close,
    first_message,
    is_muted,
    message,
    message_before,
    message_by_reference,
    of_post,
    own_reaction,
    partners,
    post_of,
    reacted_to,
    reactions,
    said_once,
)

__all__ = [
    "LAST_ID",
    "Conversation",
    "InboxRow",
    "Line",
    "Message",
    "News",
    "Reaction",
    "Reading",
    "around",
    "between",
    "chosen",
    "conversation",
    "due_to_close",
    "first_message",
    "inbox",
    "is_muted",
    "message",
    "message_before",
    "message_by_reference",
    "message_sent",
    "news",
    "not_now",
    "of_post",
    "open_again",
    "own_reaction",
    "partners",
    "passed_over",
    "post_of",
    "reacted_to",
    "reactions",
    "reading",
    "released",
    "response_given",
    "said_once",
    "told",
    "words_to_neighbours_since",
]
