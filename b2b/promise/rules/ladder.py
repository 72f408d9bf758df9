"""What happens when nobody answers, as a table, and when. Pure.

A promise has a term: hours of working days on the Dutch calendar, or (urgent) hours by the clock. Each rung is taken
when its share of the term has passed, by day and never at night, and GAP before the end where the term is long enough.
The last rung is the end of the term: the asker then hears something in any case.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction

from b2b.core.calendar import ORDINARY, WorkingWeek, after_working_hours, is_working_day
from b2b.core.clock import from_local, local
from b2b.core.words import N_

USUAL_HOURS = 48
"""Two working days."""
URGENT_HOURS = 24
MOST_HOURS = 24 * 14
DAY_BEGINS, DAY_ENDS = 9, 20
"""Nobody is mailed by a rung before or after these hours of the Dutch clock."""
LAST_MAILS = time(19, 30)
GAP = timedelta(hours=2)
"""A worker that was down does not send two waves at once: who was asked gets this long to answer."""
URGENT_GAP = timedelta(minutes=30)


class Rung(StrEnum):
    FIRST_WAVE = "first_wave"
    NEXT_WAVE = "next_wave"
    AROUND = "around"
    MODERATOR = "moderator"
    HANDOFF = "handoff"


@dataclass(frozen=True)
class Step:
    """One rung: at which share of the term, how many neighbours at most, and how we say it to the asker.

    `ahead` before it is taken, `taken` afterwards; `nobody` when a wave found nobody who fits.
    """

    rung: Rung
    share: Fraction
    urgent_share: Fraction
    invites: int
    ahead: str
    taken: str
    nobody: str = ""


LADDER = (
    Step(
        Rung.FIRST_WAVE, Fraction(1, 8), Fraction(0), 3,
        N_("Wij vragen een paar buren in jouw buurt"),
        N_("Wij vroegen {number} buren in jouw buurt"),
        N_("Wij zochten in jouw buurt, maar vonden nog niemand die past"),
    ),
    Step(
        Rung.NEXT_WAVE, Fraction(3, 8), Fraction(1, 12), 4,
        N_("Wij vragen nog een paar buren in jouw buurt"),
        N_("Wij vroegen nog {number} buren in jouw buurt"),
        N_("Wij zochten nog een keer in jouw buurt, maar vonden niemand"),
    ),
    Step(
        Rung.AROUND, Fraction(5, 8), Fraction(1, 6), 5,
        N_("Wij vragen buren in de buurten ernaast"),
        N_("Wij vroegen {number} buren in de buurten ernaast"),
        N_("Wij zochten in de buurten ernaast, maar vonden niemand"),
    ),
    Step(
        Rung.MODERATOR, Fraction(3, 4), Fraction(1, 4), 0,
        N_("Een buurtmoderator zoekt iemand voor je"),
        N_("Een buurtmoderator zoekt nu iemand voor je"),
    ),
    Step(
        Rung.HANDOFF, Fraction(1), Fraction(1), 0,
        N_("Je hoort van ons wat er verder kan"),
        N_("Wij mailden je wat er verder kan"),
    ),
)  # fmt: skip
"""In this order, one at a time, until somebody is found."""

ONE_NEIGHBOUR = {
    Rung.FIRST_WAVE: N_("Wij vroegen 1 buur in jouw buurt"),
    Rung.NEXT_WAVE: N_("Wij vroegen nog 1 buur in jouw buurt"),
    Rung.AROUND: N_("Wij vroegen 1 buur in de buurten ernaast"),
}


@dataclass(frozen=True)
class Term:
    """Within how long an asker hears something; an urgent one counts every hour."""

    hours: int = USUAL_HOURS
    urgent: bool = False


def term_of(chosen: object, by_kind: object, category: str) -> Term:
    """Return the term for a kind of help from what a municipality chose; nonsense reads as the usual hours."""
    own = by_kind.get(category) if isinstance(by_kind, dict) else None
    hours = next((value for value in (own, chosen) if isinstance(value, int) and value > 0), USUAL_HOURS)
    return Term(min(hours, MOST_HOURS))


def planned(term: Term, begun_at: datetime, week: WorkingWeek = ORDINARY) -> tuple[datetime, ...]:
    """Return when each rung of LADDER is due, aware in UTC; the last is by when the asker hears something."""
    if term.urgent:
        whole = timedelta(hours=URGENT_HOURS)
        return tuple(by_day(begun_at + _share(whole, step.urgent_share)) for step in LADDER)
    whole = timedelta(hours=term.hours)
    moments = (after_working_hours(begun_at, _share(whole, step.share), week) for step in LADDER)
    *rungs, end = (by_working_day(moment, week) for moment in moments)
    evening = _evening_before(end, week)
    if evening <= begun_at:
        return (*rungs, end)
    # What a night would move to the very end comes the evening before: a moderator too gets time to find somebody.
    last = max([evening, *(moment for moment in rungs if moment <= end - GAP)])
    return (*(min(moment, last) for moment in rungs), end)


def next_moment(plan: tuple[datetime, ...], step: int, now: datetime, *, urgent: bool) -> datetime | None:
    """Return when the rung with index `step` is taken, seen from `now`; None after the last.

    What is late keeps its distance from the rung before it, but the end of the term is never moved: no rung comes later.
    """
    if step >= len(plan):
        return None
    if step == len(plan) - 1:
        return plan[step]
    return min(max(plan[step], by_day(now + (URGENT_GAP if urgent else GAP))), plan[-1])


def to_take(step: int, due_at: datetime, now: datetime) -> tuple[Step, ...]:
    """Return the rungs to take now, when the one with index `step` comes next: that one.

    Once the term is over (it was short, or the worker was down) the asker hears something at once. Waves that were not
    sent are left out: nobody mails a dozen neighbours at the same moment.
    """
    if now < due_at:
        return (LADDER[step],)
    return tuple(one for one in LADDER[step:] if not one.invites)


def by_day(moment: datetime) -> datetime:
    """Return the moment, or when it is night the next morning."""
    here = local(moment)
    if here.hour < DAY_BEGINS:
        return _morning(here)
    return _morning(here + timedelta(days=1)) if here.hour >= DAY_ENDS else moment


def by_working_day(moment: datetime, week: WorkingWeek = ORDINARY) -> datetime:
    """Return the moment, or the next morning of a working day."""
    found = by_day(moment)
    while not is_working_day(local(found).date(), week):
        found = _morning(local(found) + timedelta(days=1))
    return found


def _evening_before(moment: datetime, week: WorkingWeek) -> datetime:
    """Return when people are still mailed on the evening of the working day before."""
    day = local(moment).date() - timedelta(days=1)
    while not is_working_day(day, week):
        day -= timedelta(days=1)
    return from_local(datetime.combine(day, LAST_MAILS))


def taken_words(step: Step, invited: int) -> str:
    """Return what the asker reads about a rung that was taken; `{number}` is still to be filled in."""
    if not step.invites:
        return step.taken
    if invited == 1:
        return ONE_NEIGHBOUR[step.rung]
    return step.taken if invited else step.nobody


def _share(whole: timedelta, share: Fraction) -> timedelta:
    return whole * share.numerator / share.denominator


def _morning(day: datetime) -> datetime:
    return from_local(datetime.combine(day.date(), time(DAY_BEGINS)))
