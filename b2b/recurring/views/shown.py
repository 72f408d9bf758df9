"""What the page of a series shows to this reader, ready for the template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from b2b.core.clock import local
from b2b.core.db import Work
from b2b.recurring import queries
from b2b.recurring.queries import Mate, Series, Turn
from b2b.recurring.rules import (
    AHEAD,
    RHYTHM_WORDS,
    SERIES_WORDS,
    TURN_WORDS,
    PlaceState,
    SeriesState,
    TurnState,
    can_be_shared,
    can_take,
    can_tell,
    holiday,
    is_at_door,
    moments,
    verdict,
)


@dataclass(frozen=True)
class Line:
    """One turn on the page, and what this reader can do with it now."""

    number: int
    at: datetime
    holiday: str
    state: tuple[str, str] | None
    who: str
    mine: bool
    code_word: str
    sign: str
    can_skip: bool
    can_hand_on: bool
    can_take: bool
    can_share: bool
    urgent: bool
    can_say: bool
    can_say_missed: bool


def shown(work: Work, series: Series, reader_id: int) -> dict[str, Any]:
    """Return everything for the page: of a helper only their own turns and those that nobody has."""
    team = queries.mates(work, series.id or 0)
    own = next((mate for mate in team if mate.member_id == reader_id), None)
    is_asker = reader_id == series.asker_id
    turns = queries.turns(work, series.id or 0)
    lines = [_line(work, series, turn, team, reader_id) for turn in _seen(work, turns, is_asker, own)]
    talk = own.conversation_id if own else series.conversation_id
    return {
        "series": series,
        "around": queries.around(work, series, talk),
        "rhythm": RHYTHM_WORDS[series.every, local(series.first_at).weekday()],
        "state": SERIES_WORDS[series.state],
        "is_asker": is_asker,
        "is_mine": reader_id == series.proposed_by_id,
        "is_asked": not is_asker and own is not None and own.state is PlaceState.ASKED,
        "helps": own is not None and own.state is PlaceState.ACTIVE,
        "meets": _runs(series) and (is_asker or (own is not None and own.state is PlaceState.ACTIVE)),
        "coming": [line for line in lines if line.at > work.now()],
        "urgent": [line for line in reversed(lines) if line.urgent],
        "past": [line for line in reversed(lines) if line.at <= work.now() and not line.urgent],
        "dates": _dates(series),
        "others": [mate for mate in team if mate.member_id != reader_id],
        "candidates": queries.candidates(work, series) if is_asker and _runs(series) else [],
        "address": series.address if is_asker else queries.address_for(work, series, reader_id, turns),
        "own_word": own.code_word if own else "",
        "own_sign": series.asker_sign if is_asker else own.sign if own else "",
        "seen_at": own.address_seen_at if own else None,
        "said": series.helped if is_asker else own and own.helped,
    }


def _seen(work: Work, turns: list[Turn], is_asker: bool, own: Mate | None) -> list[Turn]:
    if is_asker or own is None:
        return turns if is_asker else []
    if own.state is not PlaceState.ACTIVE:
        return []
    return [turn for turn in turns if turn.helper_id == own.member_id or _is_free(work, turn)]


def _is_free(work: Work, turn: Turn) -> bool:
    return turn.state is TurnState.OPEN or can_take(turn.state, turn.starts_at, work.now())


def _line(work: Work, series: Series, turn: Turn, team: list[Mate], reader_id: int) -> Line:
    by_asker, mine = reader_id == series.asker_id, turn.helper_id == reader_id
    ahead = turn.state in AHEAD and turn.starts_at > work.now() and _runs(series)
    others = any(mate.state is PlaceState.ACTIVE and mate.member_id != reader_id for mate in team)
    goes_on = turn.state not in (TurnState.SKIPPED, TurnState.CANCELLED)
    was = can_tell(turn.state, turn.starts_at, work.now()) and (by_asker or mine)
    helper = next((mate for mate in team if mate.member_id == turn.helper_id), None)
    meets = helper if _runs(series) and is_at_door(turn.state, turn.starts_at, work.now()) else None
    may_take = _runs(series) and can_take(turn.state, turn.starts_at, work.now()) and not mine
    who_can = any(mate.state is PlaceState.ACTIVE and mate.member_id != turn.helper_id for mate in team)
    return Line(
        number=turn.number,
        at=turn.starts_at,
        holiday=holiday(turn.starts_at),
        state=None if turn.state is TurnState.PLANNED and not ahead else TURN_WORDS[turn.state],
        who=helper.name if helper and by_asker and goes_on else "",
        mine=mine and goes_on,
        code_word=meets.code_word if meets and (by_asker or mine) else "",
        sign=_sign(series, meets, by_asker=by_asker, mine=mine),
        can_skip=ahead and (by_asker or mine),
        can_hand_on=ahead and mine and others,
        can_take=may_take and not by_asker,
        can_share=ahead and by_asker and can_be_shared(turn.state, turn.starts_at, work.now()),
        urgent=may_take and turn.state is TurnState.MISSED and who_can,
        can_say=was and turn.helper_id is not None and _may(turn, went_well=True, by_asker=by_asker),
        can_say_missed=was and _may(turn, went_well=False, by_asker=by_asker),
    )


def _sign(series: Series, helper: Mate | None, *, by_asker: bool, mine: bool) -> str:
    """Return how the other of this turn is recognised."""
    if helper is None:
        return ""
    return helper.sign if by_asker else series.asker_sign if mine else ""


def _may(turn: Turn, *, went_well: bool, by_asker: bool) -> bool:
    return verdict(turn.state, went_well=went_well, by_asker=by_asker) is not None


def _runs(series: Series) -> bool:
    return series.state is SeriesState.RUNNING


def _dates(series: Series) -> list[tuple[datetime, str]]:
    """Return the days of a proposal, each with what is special about it."""
    if series.state is not SeriesState.PROPOSED:
        return []
    return [(at, holiday(at)) for at in moments(series.first_at, series.every, series.times)]
