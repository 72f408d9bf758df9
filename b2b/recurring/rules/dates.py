"""When turns are, what day that is, and what can be said or seen around one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from b2b.agreements.rules import ADDRESS_GONE_AFTER, LENGTH, LOOK_BACK_UNTIL, SHARE_ENDS_AFTER, moment_of
from b2b.core.calendar import easter
from b2b.core.clock import from_local, local
from b2b.core.words import N_
from b2b.recurring.rules.states import ADDRESS_AHEAD, AHEAD, RECOVER, TURN_LIFECYCLE, TurnAction, TurnState

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Plan:
    """What one side proposes: the first moment (aware, UTC), weeks in between, how many times, and where in words."""

    first_at: datetime
    every: int
    times: int
    place: str

    @property
    def moments(self) -> list[datetime]:
        """Return when each turn begins, in order."""
        return moments(self.first_at, self.every, self.times)


def first_moment(day: date, at: time, now: datetime) -> datetime:
    """Return the UTC moment of the first turn; raise BadMoment when it cannot be (`agreements.rules.moment_of`)."""
    return moment_of(datetime.combine(day, at), now)


def moments(first_at: datetime, every: int, times: int) -> list[datetime]:
    """Return the UTC moments of turns that are `every` weeks apart, at the same time on the Dutch wall clock.

    So ten o'clock stays ten o'clock when summer time begins or ends. An hour that a summer night skips
    comes an hour later that once.
    """
    wall = local(first_at).replace(tzinfo=None)
    return [from_local(wall + every * number * WEEK) for number in range(times)]


def holiday(moment: datetime) -> str:
    """Return what the Dutch call the free day this moment falls on; empty for an ordinary day."""
    day = local(moment).date()
    sunday = easter(day.year)
    known = {
        (1, 1): N_("Nieuwjaarsdag"),
        (5, 5): N_("Bevrijdingsdag"),
        (12, 24): N_("Dag voor Kerstmis"),
        (12, 25): N_("Eerste Kerstdag"),
        (12, 26): N_("Tweede Kerstdag"),
        (12, 31): N_("Oudjaarsdag"),
    }
    moving = {
        sunday - timedelta(days=2): N_("Goede Vrijdag"),
        sunday: N_("Eerste Paasdag"),
        sunday + timedelta(days=1): N_("Tweede Paasdag"),
        sunday + timedelta(days=39): N_("Hemelvaartsdag"),
        sunday + timedelta(days=49): N_("Eerste Pinksterdag"),
        sunday + timedelta(days=50): N_("Tweede Pinksterdag"),
        _kings_day(day.year): N_("Koningsdag"),
    }
    return moving.get(day) or known.get((day.month, day.day), "")


def may_see_address(own_turns: Sequence[datetime], now: datetime) -> bool:
    """Say whether a helper with these turns can see the address now: a week ahead, until a day after."""
    return any(at - ADDRESS_AHEAD <= now < at + ADDRESS_GONE_AFTER for at in own_turns)


def is_over(states: Sequence[TurnState], last_at: datetime, now: datetime) -> bool:
    """Say whether a series has nothing left to come: the last turn began and ended, or every turn was skipped."""
    return last_at + LENGTH <= now or not any(state in AHEAD for state in states)


def is_at_door(state: TurnState, starts_at: datetime, now: datetime) -> bool:
    """Say whether the two of a turn have to know each other now: somebody comes, or still may after it began."""
    return state is TurnState.PLANNED and now < starts_at + RECOVER


def can_be_shared(state: TurnState, starts_at: datetime, now: datetime) -> bool:
    """Say whether somebody trusted can see who comes: somebody does, within a week, and the visit is not over."""
    return state is TurnState.PLANNED and starts_at - ADDRESS_AHEAD <= now < starts_at + SHARE_ENDS_AFTER


def can_take(state: TurnState, starts_at: datetime, now: datetime) -> bool:
    """Say whether somebody else of the team can take a turn: nobody has it yet, or nobody came and it is still fresh."""
    if state is TurnState.MISSED:
        return starts_at <= now < starts_at + RECOVER
    return state is TurnState.OPEN and now < starts_at


def can_tell(state: TurnState, starts_at: datetime, now: datetime) -> bool:
    """Say whether it is time to say how a turn went."""
    was = (TurnState.PLANNED, TurnState.DONE, TurnState.MISSED, TurnState.UNTOLD)
    return state in was and starts_at <= now <= starts_at + LOOK_BACK_UNTIL


def verdict(state: TurnState, *, went_well: bool, by_asker: bool) -> TurnAction | None:
    """Return what a turn does when one side says how it went; None: nothing more.

    That nobody came is for who waited to say; a helper who says that it worked does not overrule that.
    """
    if went_well:
        action = TurnAction.COMPLETE
        heard = by_asker or state is not TurnState.MISSED
    else:
        action, heard = TurnAction.MISS, by_asker
    return action if heard and TURN_LIFECYCLE.allows(state, action) else None


def _kings_day(year: int) -> date:
    birthday = date(year, 4, 27)
    return birthday - timedelta(days=1) if birthday.isoweekday() == 7 else birthday
