"""`bin/bench`: seed, serve, load, print ratios; exit 1 when a gate is broken.

`bin/bench city` lives through a year of a whole city instead: see `bench/city`.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator

import psutil
from sqlalchemy import text

from b2b.config import Settings
from b2b.core.db import unit_of_work
from b2b.core.engines import Database
from b2b.factory import create_app
from bench import city, scenarios
from bench.ground import environment, ground
from bench.scenarios import Bench, Line
from bench.servers import Server, granian, waitress
from bench.slow import honest_share
from bench.town import Town, furnish

SCENARIOS = {
    "feed": scenarios.feed_uncached,
    "cached": scenarios.feed_cached,
    "304": scenarios.feed_unchanged,
    "post": scenarios.one_post,
    "search": scenarios.search,
    "create": scenarios.create,
}
EXTRAS = ("growth", "writers", "slow")


def main() -> int:
    """Run what was asked for; return the exit code."""
    asked = _arguments()
    broken = 0
    for kind in asked.databases.split(","):
        with ground(kind) as (url, database, cpu):
            print(f"\n{kind}", flush=True)
            measured = city.measure if asked.what == "city" else _measure
            for line in measured(url, database, cpu, asked):
                verdict = "" if line.gate is None else f"  gate {line.gate:g} {'ok' if line.passed else 'BROKEN'}"
                print(f"  {line.name:<44} {line.ratio:6.2f} x{verdict}   {line.note}", flush=True)
                broken += not line.passed
    print(f"\n{broken} gates broken" if broken else "\nEvery gate was kept.")
    return 1 if broken else 0


def _measure(url: str, database: Database, cpu: Callable[[], float], asked: argparse.Namespace) -> Iterator[Line]:
    settings = environment(url)
    app = create_app(Settings.from_environment(settings), database)
    started = time.monotonic()
    town = furnish(database, asked.posts, app)
    print(f"  {asked.posts:,} posts, seeded in {time.monotonic() - started:.0f} s", flush=True)
    wanted = asked.only.split(",") if asked.only else [*SCENARIOS, *EXTRAS]
    with granian("bench.site:app", settings) as server, granian("bench.floor:app", settings) as floor:
        bench = Bench(server, floor, town, asked.seconds, cpu)
        for name, scenario in SCENARIOS.items():
            if name in wanted:
                yield scenario(bench)
    if "writers" in wanted:
        yield from _writers(settings, database, town)
    if "slow" in wanted:
        yield _slow(settings, town, asked.seconds)
    if "growth" in wanted:
        yield _growth(database, town, app, asked)


def _writers(settings: dict[str, str], database: Database, town: Town) -> Iterator[Line]:
    with granian("bench.site:app", settings) as server:
        calm = scenarios.writers(server, town, threads=64, each=5)
        yield Line("64 writers: refused", calm.refused, 0, f"longest wait {calm.longest:.2f} s")
        yield Line("64 writers: longest wait (s)", calm.longest, 5)
        wild = _killed(server, town)
    kept = _kept(database, wild)
    note = f"{len(wild)} acknowledged before kill -9"
    yield Line("acknowledged, then lost after kill -9", len(wild) - kept, 0, note)


def _killed(server: Server, town: Town) -> list[str]:
    """Write with 64 residents and kill the whole server in the middle; return what was acknowledged."""
    from threading import Event, Thread

    stop = Event()
    got: list[list[str]] = []
    writing = Thread(
        target=lambda: got.append(scenarios.writers(server, town, threads=64, each=200, stop=stop).acknowledged)
    )
    writing.start()
    time.sleep(3)
    for one in [*psutil.Process(server.process.pid).children(recursive=True), psutil.Process(server.process.pid)]:
        one.send_signal(signal.SIGKILL)
    stop.set()
    writing.join()
    return got[0]


def _kept(database: Database, references: list[str]) -> int:
    with unit_of_work(database.read) as work:
        stored = {row[0] for row in work.connection().execute(text("SELECT reference FROM drafts"))}
    return len(set(references) & stored)


def _slow(settings: dict[str, str], town: Town, seconds: float) -> Line:
    with waitress(settings) as server:
        share = honest_share(server, f"/buurten/{town.slugs[0]}", attackers=200, seconds=seconds)
    return Line("200 slow clients: throughput lost", 1 - share, 0.3, f"{share:.0%} of the honest throughput is left")


def _growth(database: Database, town: Town, app: object, asked: argparse.Namespace) -> Line:
    """Compare the feed on ten times as many posts with the feed on these, query by query."""
    from bench.growth import feed_cost

    small = feed_cost(database)
    with ground(database.dialect) as (_url, larger, _cpu):
        furnish(larger, asked.posts * 10, app)
        large = feed_cost(larger)
    note = f"{small * 1e6:.0f} µs at {asked.posts:,}, {large * 1e6:.0f} µs at {asked.posts * 10:,}"
    return Line("feed query, ten times as many posts", large / small, 2, note)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("what", nargs="?", default="pages", choices=("pages", "city"), help="what is measured")
    parser.add_argument("--posts", type=int, default=100_000, help="how many posts (10,000 to 5,000,000)")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument(
        "--seconds", type=float, default=5, help="how long each page is asked for, and as long again the floor"
    )
    parser.add_argument("--people", type=int, default=city.PEOPLE, help="how many people of the city take part")
    parser.add_argument("--sample", type=int, default=city.SAMPLE, help="how many requests of one wijk are played")
    parser.add_argument("--only", help=f"some of: {','.join([*SCENARIOS, *EXTRAS])}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
