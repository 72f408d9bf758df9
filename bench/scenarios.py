"""What is measured. Each scenario returns lines: what, how many times the floor, the gate."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode

from b2b.posts.views.feed import SAME_MINUTES
from bench.load import Ask, header, run
from bench.servers import Server
from bench.town import CATEGORIES, Town

DAY_MICROSECONDS = 86_400_000_000
ROUNDS = 5
"""The middle one of so many counts."""


@dataclass(frozen=True)
class Line:
    """One measured ratio; `gate` None means: shown, not judged."""

    name: str
    ratio: float
    gate: float | None
    note: str = ""

    @property
    def passed(self) -> bool:
        """Say whether the gate was kept."""
        return self.gate is None or self.ratio <= self.gate


@dataclass(frozen=True)
class Bench:
    """What a scenario works with. `floor` is the same server with a bare view, `seconds` the time for each of both."""

    server: Server
    floor: Server
    town: Town
    seconds: float
    database_cpu: Callable[[], float]


def uncached(town: Town) -> Callable[[int], Ask]:
    """Ask for pages all over the town and deep into the past, so that no card is rendered yet."""
    chance, now = random.Random(2), int(time.time() * 1_000_000)

    def ask(number: int) -> Ask:
        past = now - int(chance.uniform(0, 40 * DAY_MICROSECONDS))
        query: dict[str, str] = {"na": f"{past}-{10**15}"}
        if number % 3 == 1:
            query["soort"] = chance.choice(("vraag", "aanbod"))
        if number % 3 == 2:
            query |= {"soort": "vraag", "hulp": chance.choice(CATEGORIES)}
        slug = chance.choice(town.slugs)
        return Ask(f"/buurten/{slug}?{urlencode(query)}", chance.choice(town.cookies))

    return ask


def feed_uncached(bench: Bench) -> Line:
    """Measure a signed-in feed page of which nothing is in a cache."""
    return _pages(bench, "feed, signed in, nothing cached", uncached(bench.town), 10)


def feed_cached(bench: Bench) -> Line:
    """Measure the first page of ten neighbourhoods, over and over."""
    town = bench.town
    return _pages(
        bench,
        "feed, signed in, cards cached",
        lambda n: Ask(f"/buurten/{town.slugs[n % 10]}", town.cookies[n % len(town.cookies)]),
        None,
    )


def feed_unchanged(bench: Bench) -> Line:
    """Measure a page that the reader already has: 304."""
    _wait_where_the_page_would_change(2 * bench.seconds + 5)
    first = Ask(f"/buurten/{bench.town.slugs[0]}", bench.town.cookies[0])
    tag = header(bench.server, first, "ETag") or ""
    again = Ask(first.path, first.cookie, {"If-None-Match": tag})
    return _pages(bench, "feed, unchanged (304)", lambda n: again, 3, status=304)


def _wait_where_the_page_would_change(seconds: float) -> None:
    """Wait when a page drawn now gets a new name within so many seconds: "2 uur geleden" is looked at again then."""
    slot = SAME_MINUTES * 60
    left = slot - time.time() % slot
    if left < seconds:
        time.sleep(left + 1)


def one_post(bench: Bench) -> Line:
    """Measure the page of one post, each time another."""
    town = bench.town
    return _pages(
        bench,
        "one post, signed in",
        lambda n: Ask(f"/berichten/{town.references[n % len(town.references)]}", town.cookies[n % 97]),
        None,
    )


def search(bench: Bench) -> Line:
    """Measure a search."""
    town = bench.town
    words = ("boodschappen", "tas zwaar", "donderdag", "helpen met")
    return _pages(
        bench,
        "search",
        lambda n: Ask(f"/zoeken?{urlencode({'q': words[n % len(words)]})}", town.cookies[n % 97]),
        None,
    )


def _pages(bench: Bench, name: str, asks: Callable[[int], Ask], gate: float | None, *, status: int = 200) -> Line:
    """Ask for pages and for the floor in turn: what else this machine does then weighs on both alike."""
    ratios, costs, waits = [], [], []
    for _ in range(ROUNDS):
        bare = run(bench.floor, lambda n: Ask("/"), seconds=bench.seconds / ROUNDS)
        result = run(bench.server, asks, seconds=bench.seconds / ROUNDS, extra_cpu=bench.database_cpu)
        wrong = {code: count for code, count in result.statuses.items() if code != status}
        if wrong:
            raise RuntimeError(f"{name}: unexpected answers {wrong}")
        ratios.append(result.cpu / bare.cpu)
        costs.append(result.cpu)
        waits += result.waits
    waits.sort()
    p50, p99 = (waits[int((len(waits) - 1) * share)] * 1000 for share in (0.5, 0.99))
    note = f"{len(waits)} requests, {median(costs) * 1e6:.0f} µs CPU, p50 {p50:.1f} ms, p99 {p99:.1f} ms"
    return Line(name, median(ratios), gate, note)


def create(bench: Bench) -> Line:
    """Measure the first step of a new post: a draft is saved."""
    ratios, costs = [], []
    writers(bench.server, bench.town, threads=2, each=20)
    for _ in range(ROUNDS):
        bare = run(bench.floor, lambda n: Ask("/"), seconds=bench.seconds / ROUNDS)
        before = bench.server.cpu() + bench.database_cpu()
        made = writers(bench.server, bench.town, threads=4, each=40)
        spent = bench.server.cpu() + bench.database_cpu() - before
        costs.append(spent / len(made.acknowledged))
        ratios.append(costs[-1] / bare.cpu)
    return Line("save an answer of a new post", median(ratios), None, f"{median(costs) * 1e6:.0f} µs CPU")


@dataclass(frozen=True)
class Writing:
    """What 64 writers got: how many were acknowledged, refused, and how long the longest waited."""

    acknowledged: list[str]
    refused: int
    longest: float


def writers(server: Server, town: Town, *, threads: int, each: int, stop: threading.Event | None = None) -> Writing:
    """Let `threads` residents each start `each` drafts at the same time."""
    acknowledged: list[str] = []
    refused = [0]
    longest = [0.0]
    lock = threading.Lock()
    token = csrf_token()

    def resident(number: int) -> None:
        from http.client import HTTPConnection, HTTPException

        form = urlencode({"csrf_token": token, "category": "boodschappen"})
        headers = {
            "Cookie": town.cookies[number % len(town.cookies)],
            "Content-Type": "application/x-www-form-urlencoded",
        }
        for _ in range(each):
            if stop is not None and stop.is_set():
                return
            started = time.perf_counter()
            connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
            try:
                connection.request("POST", "/plaatsen?soort=vraag", body=form, headers=headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, HTTPException):
                continue  # killed in the middle: not acknowledged
            finally:
                connection.close()
            with lock:
                longest[0] = max(longest[0], time.perf_counter() - started)
                if answer.status == 303:
                    acknowledged.append(answer.headers["Location"].split("/")[2])
                else:
                    refused[0] += 1

    people = [threading.Thread(target=resident, args=(n,)) for n in range(threads)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return Writing(acknowledged, refused[0], longest[0])


def csrf_token() -> str:
    """Return the token that belongs to the cookies of the town."""
    from itsdangerous import URLSafeTimedSerializer

    from bench.ground import SECRET

    return str(URLSafeTimedSerializer(SECRET, salt="wtf-csrf-token").dumps("0" * 40))
