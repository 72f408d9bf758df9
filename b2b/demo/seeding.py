"""Play the demo: everybody joins, then everything happens in the order of the clock, through the services."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from b2b.accounts.queries import by_email
from b2b.agreements import service as meeting
from b2b.conversations import service as talking
from b2b.core.clock import ManualClock
from b2b.core.db import Work
from b2b.demo import (
    asking,
    city,
    concerns,
    desk,
    doors,
    house,
    measures,
    news,
    overvecht,
    overvecht_neighbours,
    paper,
    pilot,
    promises,
    questions,
    rights,
    several,
    signposts,
    systems,
    thanks,
    trust,
    watch,
    watched,
    weekly,
    words,
    year,
)
from b2b.demo.entries import Entry
from b2b.demo.moments import moment
from b2b.demo.people import PEOPLE
from b2b.demo.stage import Stage
from b2b.handoff import service as handoffs
from b2b.jobs.dropping import drop_due, newest_id

POSTS: tuple[Entry, ...] = (
    *overvecht.FATIMA,
    *overvecht.HENK,
    *overvecht.OLENA,
    *overvecht.MARJAN,
    *overvecht_neighbours.ROB,
    *overvecht_neighbours.OTHERS,
    *overvecht_neighbours.ZAMBESIDREEF,
    *city.NORTH_AND_WEST,
    *city.CENTRE_AND_SOUTH,
    *city.FAR_WEST,
    *city.EINDHOVEN,
    *desk.NEWCOMERS,
    *measures.ENTRIES,
    *rights.ENTRIES,
    *watch.ENTRIES,
    *trust.FOR_NEIGHBOURS,
    *watched.ENTRIES,
    *promises.ENTRIES,
    *asking.QUIET,
    *asking.OFFER_FIRST,
    *several.ENTRIES,
    *weekly.ENTRIES,
)
FIRST = "Nadia"
"""The administrator, who gives everybody else a role."""


DESK = "loket@demo.b2b.example"
"""Where the municipality of the demo wants to hear that there is a question."""


@dataclass(frozen=True)
class Scene:
    """Something that happens at a moment."""

    at: datetime
    play: Callable[[Stage], None]


def seed(work: Work) -> bool:
    """Fill the demo in one transaction, told from `work.now()`; False when it was filled before.

    Needs the built-in places (LookupError without them). What mails this would have led to are
    not sent: they are of the past.
    """
    clock, before = work.clock, work.actor_id
    moving = ManualClock(clock())
    stage = Stage.of(work, moving, sorted({person.municipality for person in PEOPLE}))
    if by_email(work, stage.town(FIRST).municipality_id, stage.cast[FIRST].email) is not None:
        return False
    last = newest_id(work)
    work.clock = moving
    try:
        _everybody_joins(stage)
        words.teach(stage)
        for scene in agenda(stage.now):
            moving.moment = scene.at
            scene.play(stage)
        moving.moment = stage.now
        stage.acts_nobody()
        talking.close_due(work)
        meeting.forget_due(work)
        meeting.ask_due(work)
        promises.climb(stage)
        moving.moment = stage.now
        promises.point_out(stage)
        concerns.look(stage)
        house.arrange(stage)
        year.live_through(stage, house.UTRECHT)
        pilot.run(stage)
        signposts.put_up(stage)
        moving.moment = stage.now
        systems.connect(stage)
        stage.acts_nobody()
        drop_due(work, after=last)
        pilot.count(stage, house.UTRECHT)
        news.nothing_waits(stage)
        # After the past was told: what is asked from now on goes there, what was asked before does not.
        handoffs.connect(work, stage.town(FIRST).municipality_id, handoffs.Setup("email", "", DESK))
    finally:
        work.clock, work.actor_id = clock, before
    return True


def agenda(now: datetime) -> list[Scene]:
    """Return everything that happens after everybody joined, in the order of the clock."""
    read = Scene(news.looked_at(now), news.everybody_reads)
    scenes = [*_posts(now), *_cases(now), *_acts(now), *_measures(now), _draft(now), read]
    return sorted(scenes, key=lambda scene: scene.at)


def _everybody_joins(stage: Stage) -> None:
    for person in PEOPLE:
        stage.join(person)
    for person in sorted(PEOPLE, key=lambda person: person.name != FIRST):
        stage.appoint(person, FIRST)


def _posts(now: datetime) -> Iterable[Scene]:
    for entry in POSTS:
        yield Scene(moment(entry.at, now), entry.play)
        for step in entry.then:
            yield Scene(moment(step.at, now), partial(step.play, key=entry.key))


def _cases(now: datetime) -> Iterable[Scene]:
    for case in desk.CASES:
        yield Scene(moment(case.at, now), case.play)
        for move in case.then:
            yield Scene(moment(move.at, now), partial(move.play, key=case.key))


def _acts(now: datetime) -> Iterable[Scene]:
    for act in (*trust.ACTS, *questions.ACTS, *concerns.ACTS):
        yield Scene(moment(act.at, now), act.play)


def _measures(now: datetime) -> Iterable[Scene]:
    for at, play in (
        *measures.ACTS,
        *watch.ACTS,
        *watched.ACTS,
        *promises.ACTS,
        *rights.ACTS,
        *weekly.ACTS,
        *doors.ACTS,
        *paper.ACTS,
        *thanks.ACTS,
    ):
        yield Scene(moment(at, now), play)


def _draft(now: datetime) -> Scene:
    return Scene(moment(desk.DRAFT.at, now), desk.DRAFT.begin)
