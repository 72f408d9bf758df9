"""The small team of a series: ask somebody to help along, say yes or no, step out."""

from b2b.accounts import queries as people
from b2b.agreements.codewords import new_word
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.recurring import queries
from b2b.recurring.models import Place, Series
from b2b.recurring.rules import (
    IN_TEAM,
    PLACE_LIFECYCLE,
    TEAM_MAX,
    CannotJoin,
    PlaceAction,
    PlaceState,
    SeriesState,
    TeamFull,
)
from b2b.recurring.service.ending import end
from b2b.recurring.service.holding import hold
from b2b.recurring.service.stepping_out import out_of, step_out
from b2b.recurring.service.telling import tell


def ask(work: Work, series: Series, conversation: Conversation) -> None:
    """Ask a neighbour who reacted to the same request to help along. Twice is one question."""
    lock(work, series)
    member_id = conversation.responder_id
    own = queries.place_of(work, series.id or 0, member_id)
    if own is not None and own.state in IN_TEAM:
        return
    _check_can_ask(work, series, conversation, own)
    if own is not None:
        move(work, own, PLACE_LIFECYCLE, PlaceAction.ASK_AGAIN)
    else:
        work.add(
            Place(
                municipality_id=series.municipality_id,
                series_id=series.id or 0,
                member_id=member_id,
                conversation_id=conversation.id or 0,
                created_at=work.now(),
            )
        )
    series.team = [*series.team, member_id]
    work.flush()  # the message names the conversation of this place
    tell(work, series, member_id, "help-team-asked")


def join(work: Work, series: Series, member_id: int) -> None:
    """Say yes: from now on they can take over turns. Twice changes nothing."""
    own = _held(work, series, member_id)
    if own.state is PlaceState.ACTIVE:
        return
    if series.state is not SeriesState.RUNNING or people.are_blocked(work, series.asker_id, member_id):
        raise CannotJoin()
    move(work, own, PLACE_LIFECYCLE, PlaceAction.JOIN)
    own.code_word = new_word({one.code_word for one in queries.active(work, series.id or 0)})
    tell(work, series, series.asker_id, "help-team-answered", by_id=member_id)


def say_no(work: Work, series: Series, member_id: int) -> None:
    """Say no, without a reason; they see no more of it. Twice changes nothing."""
    own = _held(work, series, member_id)
    if own.state is PlaceState.DECLINED:
        return
    move(work, own, PLACE_LIFECYCLE, PlaceAction.DECLINE)
    out_of(series, member_id)
    tell(work, series, series.asker_id, "help-team-answered", by_id=member_id)


def leave(work: Work, series: Series, member_id: int) -> None:
    """Stop helping: the others can take one's turns. Without others the help ends, and the post is open again."""
    conversation = hold(work, series)
    own = queries.place_of(work, series.id or 0, member_id)
    if own is None or own.state is not PlaceState.ACTIVE:
        return
    step_out(work, series, own)
    if queries.active(work, series.id or 0):
        return
    if conversation.state is ConversationState.CHOSEN:
        talking.release(work, conversation, member_id)  # its event ends the series, and tells who asked
    if series.state is SeriesState.RUNNING:
        end(work, series, member_id)


def _check_can_ask(work: Work, series: Series, conversation: Conversation, own: Place | None) -> None:
    if series.state is not SeriesState.RUNNING or (own is not None and own.state is PlaceState.DECLINED):
        raise CannotJoin()
    same = (conversation.post_id, conversation.author_id) == (series.post_id, series.asker_id)
    can_talk = conversation.state in (ConversationState.OPEN, ConversationState.NOT_CHOSEN)
    if not same or not can_talk or people.are_blocked(work, *conversation.participants):
        raise CannotJoin()
    if len(series.team) >= TEAM_MAX:
        raise TeamFull()


def _held(work: Work, series: Series, member_id: int) -> Place:
    lock(work, series)
    own = queries.place_of(work, series.id or 0, member_id)
    if own is None:
        raise CannotJoin()
    lock(work, own)
    return own
