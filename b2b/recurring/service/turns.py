"""One turn: skip it, hand it on, take it over, say how it went."""

from b2b.core.db import Work
from b2b.core.history import move
from b2b.recurring import queries
from b2b.recurring.models import Series, Turn
from b2b.recurring.rules import (
    TURN_LIFECYCLE,
    CannotJoin,
    NoSeriesNow,
    NotYourTurn,
    PlaceState,
    SeriesState,
    TurnAction,
    TurnAhead,
    TurnBegun,
    TurnLongAgo,
    TurnState,
    can_take,
    can_tell,
    verdict,
)
from b2b.recurring.service.holding import hold_turn
from b2b.recurring.service.telling import tell_turn


def skip(work: Work, series: Series, number: int, by_id: int) -> None:
    """Let one time pass, with word to the other: by who asked, or by whose turn it is. Twice changes nothing."""
    turn = hold_turn(work, series, number)
    if turn.state is TurnState.SKIPPED:
        return
    if by_id not in (series.asker_id, turn.helper_id):
        raise NotYourTurn()
    check_ahead(work, turn)
    helper_id = turn.helper_id
    step(work, turn, TurnAction.SKIP)
    hears = helper_id if by_id == series.asker_id else series.asker_id
    if hears is not None:
        tell_turn(work, series, turn, hears, "help-turn-skipped", by_id)


def hand_on(work: Work, series: Series, number: int, by_id: int) -> None:
    """Ask whether somebody else of the team takes this time; who asked hears it too. Twice changes nothing."""
    turn = hold_turn(work, series, number)
    if turn.state is TurnState.OPEN:
        return
    if turn.helper_id != by_id:
        raise NotYourTurn()
    check_ahead(work, turn)
    put_down(work, series, turn, by_id)


def put_down(work: Work, series: Series, turn: Turn, by_id: int) -> None:
    """Leave a turn that is held already without a helper, and tell everybody else."""
    step(work, turn, TurnAction.HAND_ON)
    turn.helper_id = None
    others = (one.member_id for one in queries.active(work, series.id or 0))
    for member_id in (series.asker_id, *others):
        if member_id != by_id:
            tell_turn(work, series, turn, member_id, "help-turn-open", by_id)


def take(work: Work, series: Series, number: int, by_id: int) -> None:
    """Take over a time that nobody has, or to which nobody came: the first who says so comes.

    Raises NotYourTurn for the second, TurnBegun when it is too late.
    """
    turn = hold_turn(work, series, number)
    if turn.helper_id == by_id and turn.state is TurnState.PLANNED:
        return
    own = queries.place_of(work, series.id or 0, by_id)
    if own is None or own.state is not PlaceState.ACTIVE:
        raise CannotJoin()
    if series.state is not SeriesState.RUNNING:
        raise NoSeriesNow()
    was_missed_by_another = turn.state is TurnState.MISSED and turn.helper_id != by_id
    if turn.helper_id is not None and not was_missed_by_another:
        raise NotYourTurn()
    if not can_take(turn.state, turn.starts_at, work.now()):
        raise TurnBegun()
    turn.helper_id = by_id
    step(work, turn, TurnAction.TAKE)
    tell_turn(work, series, turn, series.asker_id, "help-turn-taken", by_id)


def tell(work: Work, series: Series, number: int, by_id: int, *, went_well: bool) -> int:
    """Hear in one tap how a turn went; a later word corrects an earlier one.

    When nobody came, the others of the team are asked at once whether they still can; returns how many were.
    """
    turn = hold_turn(work, series, number)
    if by_id not in (series.asker_id, turn.helper_id):
        raise NotYourTurn()
    if work.now() < turn.starts_at:
        raise TurnAhead()
    if not can_tell(turn.state, turn.starts_at, work.now()):
        raise TurnLongAgo()
    action = verdict(turn.state, went_well=went_well, by_asker=by_id == series.asker_id)
    if action is not None and not (action is TurnAction.COMPLETE and turn.helper_id is None):
        step(work, turn, action)
        return _ask_who_still_can(work, series, turn) if action is TurnAction.MISS else 0
    return 0


def _ask_who_still_can(work: Work, series: Series, turn: Turn) -> int:
    if series.state is not SeriesState.RUNNING or not can_take(turn.state, turn.starts_at, work.now()):
        return 0
    others = [one.member_id for one in queries.active(work, series.id or 0) if one.member_id != turn.helper_id]
    for member_id in others:
        tell_turn(work, series, turn, member_id, "help-turn-missed")
    return len(others)


def check_ahead(work: Work, turn: Turn) -> None:
    """Raise TurnBegun for a turn that is no longer ahead."""
    if turn.starts_at <= work.now():
        raise TurnBegun()


def step(work: Work, turn: Turn, action: TurnAction) -> None:
    """Move a turn that is held; a calendar keeps the entry with the highest number."""
    move(work, turn, TURN_LIFECYCLE, action)
    turn.sequence += 1
