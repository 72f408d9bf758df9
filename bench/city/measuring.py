"""Measure a city: seconds to count its year, pages against the floor, and silence against the promise."""

import argparse
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from b2b.cli.db import upgrade
from b2b.config import Settings
from b2b.core.clock import ManualClock
from b2b.core.db import unit_of_work
from b2b.core.engines import Database
from b2b.factory import create_app
from b2b.insights import service
from b2b.insights.rules.periods import before, month_at
from b2b.jobs.worker import Desk, Handler, Ticket
from b2b.municipalities.queries import Places, municipality_by_code, places
from b2b.municipalities.service import seed_places
from b2b.reactions import REACTIONS
from bench.city.filling import analyse, fill
from bench.city.silence import Ends, play
from bench.ground import environment
from bench.load import Ask, run
from bench.scenarios import Line
from bench.servers import Server, granian

CITY = "GM0344"
PEOPLE = 18_000
"""Who takes part: one in twenty of 360,000 inhabitants."""
SAMPLE = 400
WIJK = "overvecht"
SECONDS = 60
"""A year must be counted within so many, of this process and the database together."""
BUDGET = 15
"""How many times the floor a page of figures may cost: its charts are drawn once after each count."""


def measure(url: str, database: Database, cpu: Callable[[], float], asked: argparse.Namespace) -> Iterator[Line]:
    """Fill an empty database with the city, and yield what was measured."""
    create_app(Settings.from_environment(environment(url)), database)
    upgrade(database)
    clock = ManualClock(datetime.now(UTC))
    with unit_of_work(database.write, clock=clock) as work:
        seed_places(work)
    here = city(database)
    started = time.monotonic()
    with unit_of_work(database.write, clock=clock) as work:
        many = fill(work, here, asked.people)
    analyse(database)
    print(f"  {asked.people:,} people, {many:,} requests, filled in {time.monotonic() - started:.0f} s", flush=True)
    started, used = time.monotonic(), cpu()
    months, night = count_year(database, here, clock)
    spent, passed = sum(months) + cpu() - used, time.monotonic() - started
    note = f"the longest month {max(months):.1f} s, a night {night:.1f} s; {passed:.0f} s by the wall with the night"
    yield Line("CPU seconds to count the year", spent, SECONDS, note)
    yield from _pages(url, cpu, asked.seconds)
    started = time.monotonic()
    ends = play(database, here, wijk=WIJK, many=asked.sample)
    yield Line(
        "requests silent past the last rung", ends.silent, 0, f"{_words(ends)}, in {time.monotonic() - started:.0f} s"
    )


def city(database: Database) -> Places:
    """Return the map of the city."""
    with unit_of_work(database.read) as work:
        town = municipality_by_code(work, CITY)
        if town is None or town.id is None:
            raise LookupError(f"{CITY} is not in this database")
        return places(work, town.id)


def count_year(database: Database, here: Places, clock: ManualClock) -> tuple[list[float], float]:
    """Let the jobs of the site count the twelve months before this one, and then an ordinary night; return CPU seconds.

    The night counts what still changes: the months that were not told yet and two weeks, of every municipality.
    """
    desk = Desk(
        lambda: unit_of_work(database.write, REACTIONS, clock),
        lambda: unit_of_work(database.read, REACTIONS, clock),
        clock,
        {},
    )
    months = [
        _seconds(service.replaying_job, desk, {"municipality_id": here.municipality_id, "period": month.code})
        for month in before(month_at(clock()), 12)[:-1]
    ]
    return months, _seconds(service.counting_job, desk, {})


def _seconds(job: Handler, desk: Desk, payload: dict[str, Any]) -> float:
    started = time.process_time()
    job(desk, Ticket(0, 1), payload)
    return time.process_time() - started


def _pages(url: str, cpu: Callable[[], float], seconds: float) -> Iterator[Line]:
    """Measure what everybody may open of the figures: the municipality, a wijk, and a month as open data."""
    month = before(month_at(datetime.now(UTC)), 2)[0].code
    with granian("bench.floor:app", environment(url)) as floor:
        bare = run(floor, lambda n: Ask("/"), seconds=seconds).cpu
    with granian("bench.site:app", environment(url)) as server:
        for name, path in (
            ("figures of the municipality", "/cijfers"),
            ("figures of a wijk", f"/cijfers/{WIJK}"),
            ("a month as open data", f"/open-data/{month}.json"),
        ):
            yield _page(server, name, path, seconds, bare, cpu)


def _page(server: Server, name: str, path: str, seconds: float, bare: float, cpu: Callable[[], float]) -> Line:
    found = run(server, lambda n: Ask(path), seconds=seconds, extra_cpu=cpu)
    if set(found.statuses) != {200}:
        raise RuntimeError(f"{path}: unexpected answers {found.statuses}")
    p99 = found.percentile(0.99) * 1000
    return Line(
        name, found.cpu / bare, BUDGET, f"{found.requests} requests, {found.cpu * 1e6:.0f} µs CPU, p99 {p99:.1f} ms"
    )


def _words(ends: Ends) -> str:
    return (
        f"{ends.asked} asked: {ends.chosen} chosen, {ends.withdrawn} withdrawn, {ends.offered} with the handoff offered, "
        f"{ends.expired} expired after an answer, {ends.waiting} still open; "
        f"the last word at most {ends.latest.total_seconds() / 60:.0f} min after what was promised"
    )
