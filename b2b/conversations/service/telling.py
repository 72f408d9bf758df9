"""What happens when something happened: mails to the right side, conversations that follow their post."""

from b2b.conversations import queries
from b2b.conversations.events import (
    HelperChosen,
    HelperPassedOver,
    MessageSent,
    NotNow,
    ResponseGiven,
    ResponseOpenAgain,
)
from b2b.conversations.models import Conversation
from b2b.conversations.rules import is_worth_a_mail
from b2b.conversations.service.choosing import open_all
from b2b.conversations.service.closing import close_later
from b2b.core.db import Work
from b2b.notifications.service import notify, notify_quietly
from b2b.posts.events import PostClosed, PostHidden, PostPlaced, PostReopened


def tell_author(work: Work, event: ResponseGiven) -> None:
    """Somebody reacted: the author gets a mail."""
    found = queries.conversation(work, event.conversation_id)
    if found is not None:
        _notify(work, found, found.author_id, "response-given")


def tell_reader(work: Work, event: MessageSent) -> None:
    """Somebody wrote: the other side gets a mail, but not one for every line; of what they muted, news on the site alone."""
    sent = queries.message(work, event.message_id)
    found = queries.conversation(work, sent.conversation_id) if sent else None
    if sent is None or found is None:
        return
    reader_id = found.other(sent.author_id)
    before = queries.message_before(work, sent)
    read_at = found.author_read_at if reader_id == found.author_id else found.responder_read_at
    last_at = before.created_at if before else None
    if is_worth_a_mail(work.now(), last_at, before is not None and before.author_id == reader_id, read_at):
        about = {"message_id": sent.id, "conversation_id": found.id}
        tell = notify_quietly if queries.is_muted(work, found.id or 0, reader_id) else notify
        tell(work, reader_id, "message-sent", municipality_id=found.municipality_id, **about)


def tell_chosen(work: Work, event: HelperChosen) -> None:
    """Somebody was chosen: good news."""
    _tell_responder(work, event.conversation_id, "chosen")


def tell_passed_over(work: Work, event: HelperPassedOver) -> None:
    """Somebody else was chosen: one kind mail."""
    _tell_responder(work, event.conversation_id, "passed-over")


def tell_not_now(work: Work, event: NotNow) -> None:
    """It does not suit who was asked: the asker hears it at once, with whom to ask next."""
    _tell_responder(work, event.conversation_id, "not-now")


def tell_open_again(work: Work, event: ResponseOpenAgain) -> None:
    """Who was passed over may be needed after all."""
    _tell_responder(work, event.conversation_id, "response-open-again")


def tell_released(work: Work, conversation: Conversation, by_id: int) -> None:
    """One side does not go on: the other hears it."""
    _notify(work, conversation, conversation.other(by_id), "response-released")


def follow_closed_post(work: Work, event: PostClosed | PostHidden) -> None:
    """What they talked about is over: the conversation ends a week later."""
    close_later(work, event.post_id)


def follow_open_post(work: Work, event: PostReopened | PostPlaced) -> None:
    """Help is looked for (again): conversations do not end, and all can be chosen."""
    open_all(work, event.post_id)


def _tell_responder(work: Work, conversation_id: int, mail: str) -> None:
    found = queries.conversation(work, conversation_id)
    if found is not None:
        _notify(work, found, found.responder_id, mail)


def _notify(work: Work, found: Conversation, member_id: int, mail: str) -> None:
    notify(work, member_id, mail, municipality_id=found.municipality_id, conversation_id=found.id)
