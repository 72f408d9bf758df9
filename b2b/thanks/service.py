"""Say thank you, take it back, take it off the page. A double click is one thank-you."""

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.service.pace import allowance_of, check_words
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Conversation
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.notifications.service import notify
from b2b.thanks import queries
from b2b.thanks.events import ThanksShown, ThanksWaits, ThanksWithdrawn
from b2b.thanks.models import Thanks
from b2b.thanks.reading import is_held
from b2b.thanks.rules import (
    THANKS_LIFECYCLE,
    CannotThank,
    NotYetDone,
    OnlyBetweenYou,
    Reach,
    ThanksAction,
    ThanksState,
    Words,
    must_wait,
)


def check_can_thank(work: Work, conversation: Conversation, member_id: int) -> None:
    """Raise CannotThank when the two do not meet any more, NotYetDone when nobody said that it went well."""
    other = people.member(work, conversation.other(member_id))
    if other is None or other.is_out(work.now()) or people.are_blocked(work, *conversation.participants):
        raise CannotThank()
    if not queries.went_well(work, conversation.id or 0, member_id):
        raise NotYetDone()


def write(work: Work, conversation: Conversation, author_id: int, words: Words) -> Thanks:
    """Say thank you; what stands already is returned as it is. It is shown at once, or a moderator reads it first.

    Raises what `check_can_thank` raises, OnlyBetweenYou, or NotYetAllowed for a link or number of a newcomer.
    """
    before = queries.standing(work, conversation.id or 0, author_id)
    if before is not None:
        return before
    check_can_thank(work, conversation, author_id)
    check_words(allowance_of(work, author_id), words.body)
    if words.reach not in queries.reaches_of(work, conversation):
        raise OnlyBetweenYou()
    is_new = _insert(work, conversation, author_id, words)
    thanks = queries.standing(work, conversation.id or 0, author_id)
    assert thanks is not None  # noqa: S101 - inserted above, here or by the other tab
    if is_new:
        _judge(work, thanks)
    return thanks


def place(work: Work, thanks: Thanks) -> None:
    """Let it be read; whom it is for hears of it the first time."""
    _step(work, thanks, ThanksAction.PLACE)
    if thanks.shown_at is None:
        thanks.shown_at = work.now()
        work.record(ThanksShown(thanks.id or 0))


def refuse(work: Work, thanks: Thanks) -> None:
    """Refuse it; the reason is in the moderator's decision."""
    _step(work, thanks, ThanksAction.REFUSE)


def hide(work: Work, thanks: Thanks) -> None:
    """Take it out of sight; the reason is in the moderator's decision."""
    _step(work, thanks, ThanksAction.HIDE)


def set_aside(work: Work, thanks: Thanks) -> None:
    """Take it out of sight until a moderator has looked."""
    _step(work, thanks, ThanksAction.HOLD)


def withdraw(work: Work, thanks: Thanks) -> None:
    """Its writer takes it back. A second click changes nothing."""
    lock(work, thanks)
    if thanks.state is not ThanksState.WITHDRAWN:
        move(work, thanks, THANKS_LIFECYCLE, ThanksAction.WITHDRAW)
        work.record(ThanksWithdrawn(thanks.id or 0))


def forget_words(work: Work, thanks: Thanks) -> None:
    """Drop the words of what was taken back: nobody has to judge them."""
    lock(work, thanks)
    if thanks.state is ThanksState.WITHDRAWN:
        thanks.body = ""


def take_off(work: Work, thanks: Thanks) -> None:
    """Whom it is for does not want it on the page: from now on it is between the two."""
    lock(work, thanks)
    if thanks.reach is Reach.PUBLIC:
        thanks.reach = Reach.PRIVATE
        audit.note(work, "thanks.taken_off", thanks)


def tell(work: Work, event: ThanksShown) -> None:
    """Tell whom it is for."""
    thanks = queries.thanks(work, event.thanks_id)
    if thanks is not None:
        notify(work, thanks.receiver_id, "thanked", municipality_id=thanks.municipality_id, thanks_id=thanks.id)


def _judge(work: Work, thanks: Thanks) -> None:
    author = people.member(work, thanks.author_id)
    trusted = author is not None and author.trusted_at is not None and not author.is_read_first(work.now())
    if must_wait(thanks.reach, trusted=trusted, held=is_held(work, thanks)):
        work.record(ThanksWaits(thanks.id or 0))
    else:
        place(work, thanks)


def _insert(work: Work, conversation: Conversation, author_id: int, words: Words) -> bool:
    """Add the row; say whether it is new: of two tabs at once the database keeps one."""
    row = {
        "reference": new_reference("D"),
        "municipality_id": conversation.municipality_id,
        "neighbourhood_id": conversation.neighbourhood_id,
        "conversation_id": conversation.id,
        "author_id": author_id,
        "receiver_id": conversation.other(author_id),
        "body": words.body,
        "reach": words.reach,
        "for_neighbours": conversations.post_of(work, conversation).for_neighbours,
        "state": ThanksState.WAITING,
        "created_at": work.now(),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = (
        insert(Thanks)
        .values(row)
        .on_conflict_do_nothing(
            index_elements=["conversation_id", "author_id"], index_where=text("state <> 'withdrawn'")
        )
        .returning(col(Thanks.id))
    )
    return work.connection().execute(once).first() is not None


def _step(work: Work, thanks: Thanks, action: ThanksAction) -> None:
    lock(work, thanks)
    move(work, thanks, THANKS_LIFECYCLE, action)
