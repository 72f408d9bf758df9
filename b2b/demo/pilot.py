"""A pilot in Overvecht that began four months ago: what the team assumed, which neighbourhoods opened, what it saw."""

from datetime import date, datetime, timedelta
from typing import Any

from b2b.core.clock import local
from b2b.demo.stage import Stage
from b2b.demo.year_rows import OVERVECHT, PILOT_DAYS
from b2b.insights.rules.periods import before, month_at
from b2b.insights.service import REPLAY
from b2b.jobs.service import enqueue
from b2b.pilots import queries
from b2b.pilots import service as pilots
from b2b.pilots.rules import Direction, Guess, Plan

LEADER = "Nadia"
MONTHS = 13
GUESSES = (
    Guess("In Overvecht krijgt 80 procent op tijd antwoord", "answered", Direction.AT_LEAST, 80),
    Guess("Het eerste antwoord komt binnen een dag", "first_answer", Direction.AT_MOST, 24),
    Guess("Er blijven hoogstens 4 vragen per maand liggen", "unmet", Direction.AT_MOST, 4),
    Guess("Van de afspraken lukt minstens 75 procent", "fulfilled", Direction.AT_LEAST, 75),
)
NOTES = (
    (
        96,
        LEADER,
        "In de flats aan de Zambesidreef hangt nu een briefje bij de lift. Daar komen de meeste vragen vandaan.",
    ),
    (
        61,
        "Mo",
        "Buren antwoorden sneller als de vraag over de eigen flat gaat. Vragen van verder weg blijven liggen.",
    ),
    (20, "Karin", "In de vakantie waren er weinig helpers. In oktober trok het weer aan."),
)
WAITS = "poldergebied-overvecht"
"""The last neighbourhood of the wijk opens later, when it can."""


def run(stage: Stage) -> None:
    """Plan the pilot, begin it and open its neighbourhoods at their own moments; then write what the team saw."""
    here, today = stage.town(LEADER), local(stage.now).date()
    wijk = next(quarter for quarter in here.quarters if quarter.slug == OVERVECHT)
    first = _first_of(today - timedelta(days=PILOT_DAYS))
    before_it = _first_of(first - timedelta(days=180)), first - timedelta(days=1)
    plan = Plan("Overvecht helpt", first, first + timedelta(days=365), *before_it, only_here=False)
    _at(stage, 135)
    pilot = pilots.plan(stage.work, here.municipality_id, plan, [hood.id for hood in wijk.hoods], stage.once())
    for guess in GUESSES:
        pilots.assume(stage.work, pilot, guess, stage.once())
    stage.clock.moment = _noon(stage, first)
    pilots.start(stage.work, pilot)
    _open(stage, pilot, [hood.id for hood in wijk.hoods])
    for days, who, words in NOTES:
        _at(stage, days)
        stage.acts(who)
        pilots.write(stage.work, pilot, words, stage.once())
    stage.clock.moment = stage.now
    stage.acts_nobody()


def count(stage: Stage, municipality: str) -> None:
    """Ask for the months of the year that was lived through to be counted, the oldest first: by a job, not at the start."""
    here = stage.towns[municipality].municipality_id
    for month in before(month_at(stage.now), MONTHS):
        enqueue(stage.work, REPLAY, {"municipality_id": here, "period": month.code})


def _open(stage: Stage, pilot: Any, hoods: list[int]) -> None:
    """Open a neighbourhood a week; the last one waits. The list for opening holds now, so that is when it is asked."""
    stage.clock.moment = stage.now
    waits = stage.town(LEADER).by_slug[WAITS].id
    for week, hood in enumerate(hood for hood in hoods if hood != waits):
        pilots.open_hood(stage.work, pilot, hood)
        place = queries.hood(stage.work, pilot.id or 0, hood)
        if place is not None:
            place.opened_at = _noon(stage, pilot.starts_on + timedelta(days=7 * week))


def _at(stage: Stage, days: int) -> None:
    stage.acts(LEADER)
    stage.clock.moment = _noon(stage, local(stage.now).date() - timedelta(days=days))


def _noon(stage: Stage, day: date) -> datetime:
    noon = local(stage.now).replace(year=day.year, month=day.month, day=day.day, hour=12, minute=0)
    return noon.astimezone(stage.now.tzinfo)


def _first_of(day: date) -> date:
    return day.replace(day=1)
