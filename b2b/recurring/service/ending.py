"""How a series ends: somebody stops, what it was for is over, or every turn was."""

from b2b.accounts import queries as people
from b2b.accounts.events import MemberSuspended
from b2b.agreements.rules import Helped
from b2b.conversations import service as talking
from b2b.conversations.events import HelperReleased
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.posts.events import PostClosed, PostHidden
from b2b.recurring import queries
from b2b.recurring.models import Series
from b2b.recurring.rules import SERIES_LIFECYCLE, STANDING, SeriesAction, SeriesState, TurnAction, TurnState
from b2b.recurring.service.holding import hold
from b2b.recurring.service.recognising import forget_signs
from b2b.recurring.service.stepping_out import step_out
from b2b.recurring.service.telling import tell_everybody, tell_turn
from b2b.recurring.service.turns import put_down, step


def stop(work: Work, series: Series) -> None:
    """The asker stops: no turn comes any more, and the post is done or withdrawn. Twice changes nothing."""
    conversation = hold(work, series)
    if series.state is not SeriesState.RUNNING:
        return
    helped = any(turn.state is TurnState.DONE for turn in queries.turns(work, series.id or 0))
    end(work, series, series.asker_id)
    if helped:
        talking.fulfil(work, conversation)
    else:
        talking.call_off(work, conversation, series.asker_id)


def end(work: Work, series: Series, by_id: int | None) -> None:
    """End a series that is held: cancel what was to come, erase the address, the words and the signs, tell everybody else."""
    was_running = series.state is SeriesState.RUNNING
    _close(work, series, SeriesAction.END)
    if was_running:
        tell_everybody(work, series, "help-series-ended", but=by_id, by_id=by_id)


def finish(work: Work, series: Series) -> None:
    """Every turn was: the help is done, and everybody is asked once how it was."""
    conversation = hold(work, series)
    if series.state is not SeriesState.RUNNING:
        return
    _close(work, series, SeriesAction.FINISH)
    tell_everybody(work, series, "help-series-over")
    talking.fulfil(work, conversation)


def tell_helped(work: Work, series: Series, member_id: int, helped: Helped) -> None:
    """Hear at the end how it was, in one tap; a later word replaces an earlier one."""
    lock(work, series)
    if series.state not in (SeriesState.FINISHED, SeriesState.ENDED):
        return
    own = queries.place_of(work, series.id or 0, member_id)
    if member_id == series.asker_id:
        series.helped = helped
    elif own is not None:
        own.helped = helped


def follow_release(work: Work, event: HelperReleased) -> None:
    """The two who chose each other do not go on: their series ends, unless others of the team go on."""
    series = queries.of_conversation(work, event.conversation_id)
    if series is None or series.state not in STANDING or series.conversation_id != event.conversation_id:
        return
    lock(work, series)
    own = queries.place_of(work, series.id or 0, series.helper_id)
    others = [one for one in queries.active(work, series.id or 0) if one.member_id != series.helper_id]
    if own is not None and others:
        step_out(work, series, own)
    else:
        _close(work, series, SeriesAction.END)  # who goes and who stays hear it about the conversation


def follow_closed_post(work: Work, event: PostClosed | PostHidden) -> None:
    """What it was for is over: nobody comes any more."""
    for series in queries.standing_of_post(work, event.post_id):
        end(work, series, None)


def follow_suspended(work: Work, event: MemberSuspended) -> None:
    """Somebody cannot take part for now: their turns in that time are for the others; of who asked, they pass."""
    member = people.member(work, event.member_id)
    until = member.suspended_until if member else None
    for series in queries.standing_with(work, event.member_id):
        lock(work, series)
        is_asker = series.asker_id == event.member_id
        for turn in queries.ahead(work, series.id or 0, None if is_asker else event.member_id):
            if until is not None and turn.starts_at >= until:
                continue
            if not is_asker:
                put_down(work, series, turn, event.member_id)
                continue
            helper_id = turn.helper_id
            step(work, turn, TurnAction.SKIP)
            if helper_id is not None:
                tell_turn(work, series, turn, helper_id, "help-turn-skipped")


def _close(work: Work, series: Series, action: SeriesAction) -> None:
    for turn in queries.ahead(work, series.id or 0):
        step(work, turn, TurnAction.CANCEL)
    move(work, series, SERIES_LIFECYCLE, action)
    series.address, series.asker_sign, series.over_at = None, "", work.now()
    forget_signs(work, series)
