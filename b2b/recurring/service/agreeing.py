"""Propose help that comes back, say yes or no to it."""

from b2b.accounts import queries as people
from b2b.agreements.codewords import new_word
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.posts.rules import PostKind
from b2b.recurring import queries
from b2b.recurring.models import Place, Series, Turn
from b2b.recurring.rules import (
    SERIES_LIFECYCLE,
    STANDING,
    NoSeriesNow,
    OwnPlan,
    PlaceState,
    Plan,
    PlanPassed,
    SeriesAction,
    SeriesState,
    moments,
)
from b2b.recurring.service.holding import hold
from b2b.recurring.service.telling import tell, tell_everybody


def check_can_propose(work: Work, conversation: Conversation) -> None:
    """Raise NoSeriesNow unless these two chose each other and have no series."""
    chosen = conversation.state is ConversationState.CHOSEN
    if not chosen or people.are_blocked(work, *conversation.participants):
        raise NoSeriesNow()
    if queries.lasts(work, conversation.id or 0):
        raise NoSeriesNow()


def propose(work: Work, conversation: Conversation, by_id: int, plan: Plan) -> Series:
    """Propose a series to the other. The same again, as by a double click, is the one that is there."""
    post = talking.hold(work, conversation)
    old = queries.of_conversation(work, conversation.id or 0)
    if old is not None and old.state in STANDING and old.proposed_by_id == by_id and _is_same(old, plan):
        return old
    check_can_propose(work, conversation)
    author_asks = post.kind is PostKind.REQUEST
    helper_id = conversation.responder_id if author_asks else conversation.author_id
    series = Series(
        reference=new_reference("R"),
        municipality_id=conversation.municipality_id,
        conversation_id=conversation.id or 0,
        post_id=conversation.post_id,
        asker_id=conversation.author_id if author_asks else conversation.responder_id,
        helper_id=helper_id,
        proposed_by_id=by_id,
        first_at=plan.first_at,
        every=plan.every,
        times=plan.times,
        place=plan.place,
        team=[helper_id],
        created_at=work.now(),
    )
    work.add(series)
    work.flush()  # the message names its key
    tell(work, series, _other(series, by_id), "help-series-proposed")
    return series


def accept(work: Work, series: Series, by_id: int) -> None:
    """Say yes: every turn is made, and is the first helper's. Twice changes nothing."""
    hold(work, series)
    if series.state is SeriesState.RUNNING:
        return
    _check_answer(series, by_id)
    if series.state is SeriesState.PROPOSED and series.first_at <= work.now():
        raise PlanPassed()
    if people.are_blocked(work, series.asker_id, series.helper_id):
        raise NoSeriesNow()
    move(work, series, SERIES_LIFECYCLE, SeriesAction.ACCEPT)
    town, key = series.municipality_id, series.id or 0
    for number, at in enumerate(moments(series.first_at, series.every, series.times), start=1):
        work.add(Turn(municipality_id=town, series_id=key, number=number, starts_at=at, helper_id=series.helper_id))
    work.add(
        Place(
            municipality_id=town,
            series_id=key,
            member_id=series.helper_id,
            conversation_id=series.conversation_id,
            state=PlaceState.ACTIVE,
            code_word=new_word(),
            created_at=work.now(),
        )
    )
    work.flush()  # who is told is read from the rows
    tell_everybody(work, series, "help-series-agreed")


def decline(work: Work, series: Series, by_id: int) -> None:
    """Say no to a proposal, or take one's own back. Twice changes nothing."""
    hold(work, series)
    if series.state in (SeriesState.DECLINED, SeriesState.ENDED):
        return
    if series.proposed_by_id == by_id:
        # Without a mail: that of the proposal is no longer true, and its page says so.
        move(work, series, SERIES_LIFECYCLE, SeriesAction.WITHDRAW)
    else:
        move(work, series, SERIES_LIFECYCLE, SeriesAction.DECLINE)
        tell(work, series, series.proposed_by_id, "help-series-declined")
    series.over_at = work.now()


def _check_answer(series: Series, by_id: int) -> None:
    if series.proposed_by_id == by_id:
        raise OwnPlan()


def _other(series: Series, member_id: int) -> int:
    return series.helper_id if member_id == series.asker_id else series.asker_id


def _is_same(old: Series, plan: Plan) -> bool:
    return (old.first_at, old.every, old.times, old.place) == (plan.first_at, plan.every, plan.times, plan.place)
