"""Play a year of requests in one wijk through the real services, and watch that nobody waits without a word.

Neighbours ask, offer, react, choose, take back and fall silent by the dice; the ladder, the mails that it asks for and
the closing of old posts are the jobs of the site. The clock jumps to the next moment at which somebody or a job acts.
Now and then the worker stands still for most of a day: what was due then is late, and must be made good at once.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import text

from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind
from b2b.core.clock import ManualClock
from b2b.core.db import Work, unit_of_work
from b2b.core.engines import Database
from b2b.core.errors import Refusal
from b2b.core.ids import new_reference
from b2b.jobs.dropping import drop_due
from b2b.jobs.worker import Desk, Ticket
from b2b.municipalities.queries import Places
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.rules import LIFE, PostKind, PostWords
from b2b.promise import queries, service
from b2b.promise.rules import InvitationAnswer
from b2b.reactions import REACTIONS, TASKS
from bench.city.neighbours import Neighbour, move_in
from bench.city.watching import Ends, ends, silent

SEED = 20261123
BEGIN = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
SLOT = timedelta(minutes=5)
"""So often the worker looks which rungs are due."""
NIGHTLY = ("posts:ask", "posts:expire", "conversations:close", "promise:nudge")
STANDS_STILL = 0.02
"""The part of the days on which the worker is down, from the afternoon until the next morning."""
DOWN = timedelta(hours=20)
AFTERWARDS = LIFE + timedelta(days=35)
"""After the last request: so long until the last of them closes by itself, also one that was opened again."""
KINDS = ("boodschappen", "tuin", "klussen", "gezelschap")


@dataclass
class Played:
    """The state of the play: what is going to happen, who lives there, and what was seen so far."""

    database: Database
    clock: ManualClock
    dice: Random
    people: list[Neighbour]
    agenda: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    numbers: Any = field(default_factory=count)
    silent: set[int] = field(default_factory=set)
    down_until: datetime = BEGIN
    waits: int = 0
    """Requests that are still to be asked."""

    def writing(self) -> Any:
        """Open a unit of work in which somebody acts."""
        return unit_of_work(self.database.write, REACTIONS, self.clock)

    def later(self, hours: float, act: Callable[[], None]) -> None:
        """Let something happen so many hours from now."""
        heapq.heappush(self.agenda, (self.clock() + timedelta(hours=hours), next(self.numbers), act))


def play(database: Database, here: Places, *, wijk: str, many: int, days: int = 365, seed: int = SEED) -> Ends:
    """Let `many` requests be asked in so many days, wait until each is over, and say how they ended."""
    clock, dice = ManualClock(BEGIN), Random(seed)
    with unit_of_work(database.write, REACTIONS, clock) as work:
        people = move_in(work, here, wijk, max(12, many // 3), dice)
    played = Played(database, clock, dice, people, waits=many)
    for one in people:
        if one.offers:
            _offer(played, one)
    for _ in range(many):
        played.later(dice.uniform(1, 24 * days), lambda: _ask(played))
    _live(played, BEGIN + timedelta(days=days) + AFTERWARDS)
    with unit_of_work(database.read, REACTIONS, clock) as work:
        return ends(work, BEGIN, played.silent)


def _live(played: Played, until: datetime) -> None:
    """Let everything happen in the order of the clock, and let the worker do what is due."""
    desk = Desk(played.writing, lambda: unit_of_work(played.database.read, REACTIONS, played.clock), played.clock, {})
    night = played.clock().replace(hour=3, minute=0) + timedelta(days=1)
    while played.clock() < until and not _is_over(played):
        rung = _next_rung(played)
        moment = min(night, rung or night, played.agenda[0][0] if played.agenda else night)
        played.clock.moment = max(played.clock(), moment)
        if moment == night:
            _night(played, desk)
            night += timedelta(days=1)
        elif moment == rung:
            _climb(played, desk)
        else:
            heapq.heappop(played.agenda)[2]()


def _is_over(played: Played) -> bool:
    """Say whether everything was asked, and nothing that was asked waits any more."""
    if played.waits:
        return False
    with played.writing() as work:
        left = "SELECT count(*) FROM posts WHERE kind = 'request' AND state IN ('open', 'matched')"
        return not work.scalar(text(left))


def _next_rung(played: Played) -> datetime | None:
    """Return when the worker next finds a rung that is due: on a slot, and when it stands still afterwards."""
    with played.writing() as work:
        due = work.scalars(
            text("SELECT min(next_at) FROM promises WHERE state = 'running'").columns(_moment("next_at"))
        ).one()
    if due is None:
        return None
    past = timedelta(minutes=due.minute % 5, seconds=due.second, microseconds=due.microsecond)
    return max(due + (SLOT - past if past else timedelta()), played.down_until)


def _moment(name: str) -> Any:
    from sqlmodel import SQLModel

    return SQLModel.metadata.tables["promises"].c[name]


def _night(played: Played, desk: Desk) -> None:
    for kind in NIGHTLY:
        TASKS[kind].handler(desk, Ticket(0, 1, kind=kind), {})
    with played.writing() as work:
        drop_due(work, 0)  # mails to people who are made up
    _watch(played)
    if played.dice.random() < STANDS_STILL:
        played.down_until = played.clock() + timedelta(hours=10) + DOWN


def _climb(played: Played, desk: Desk) -> None:
    """Let the worker take what is due; then those who were asked think about it."""
    TASKS["promise:climb"].handler(desk, Ticket(0, 1, kind="promise:climb"), {})
    _watch(played)
    with played.writing() as work:
        asked = work.scalars(
            text("SELECT id FROM help_asks WHERE created_at = :now ORDER BY id").bindparams(
                _bound("now", played.clock())
            )
        )
        keys = list(asked)
    for key in keys:
        played.later(played.dice.uniform(0.2, 30), lambda key=key: _hear(played, key))


def _bound(name: str, moment: datetime) -> Any:
    from sqlalchemy import bindparam

    return bindparam(name, moment, type_=_moment("next_at").type)


def _watch(played: Played) -> None:
    """Note who waits without a word; while the worker stands still nobody can speak."""
    if played.clock() < played.down_until:
        return
    with played.writing() as work:
        played.silent |= silent(work, SLOT)


def _words(kind: PostKind, category: str, hood: int) -> PostWords:
    return PostWords(kind, category, "Hulp in de buurt", "Ik hoor het graag.", hood)


def _offer(played: Played, who: Neighbour) -> None:
    with played.writing() as work:
        words = _words(PostKind.OFFER, played.dice.choice(KINDS), who.hood)
        post = posting.submit(work, who.id, who.municipality_id, words)
    played.later(24 * 50, lambda: _keep(played, post.id))


def _keep(played: Played, post_id: int) -> None:
    """Who offers still wants to help."""
    with played.writing() as work:
        posting.keep(work, posts.post(work, post_id))
    if played.clock() < BEGIN + timedelta(days=500):
        played.later(24 * 50, lambda: _keep(played, post_id))


def _ask(played: Played) -> None:
    """Somebody asks. Some take it back, some get an answer from who reads the board, and some only from the ladder."""
    dice, asker = played.dice, played.dice.choice(played.people)
    played.waits -= 1
    with played.writing() as work:
        words = _words(PostKind.REQUEST, dice.choice((*KINDS, "papieren")), asker.hood)
        post = posting.submit(work, asker.id, asker.municipality_id, words)
    if dice.random() < 0.12:
        played.later(dice.uniform(1, 200), lambda: _do(played, post.id, posting.withdraw))
    if dice.random() < 0.4:
        played.later(dice.lognormvariate(2.6, 1.1), lambda: _react(played, post.id))


def _react(played: Played, post_id: int) -> None:
    """Somebody who read the board can help, or only asks something."""
    who = played.dice.choice(played.people)
    kind = played.dice.choices((ResponseKind.YES, ResponseKind.PARTLY, ResponseKind.QUESTION), (7, 2, 2))[0]
    said = Answer(kind, "Ik kan morgen.", new_reference("O"))
    _try(played, lambda work: talking.answer(work, posts.post(work, post_id), who.id, said))
    _choose_later(played, post_id)


def _hear(played: Played, key: int) -> None:
    """Who was asked says yes, not now, or nothing."""
    says = played.dice.choices((InvitationAnswer.YES, InvitationAnswer.NOT_NOW, None), (2, 3, 9))[0]
    if says is InvitationAnswer.YES:
        _try(played, lambda work: service.accept(work, queries.invitation_by_id(work, key)))
    elif says is InvitationAnswer.NOT_NOW:
        _try(played, lambda work: service.not_now(work, queries.invitation_by_id(work, key)))
    with played.writing() as work:
        post_id = queries.invitation_by_id(work, key).post_id
    _choose_later(played, post_id)


def _choose_later(played: Played, post_id: int) -> None:
    """Most askers choose who answered, some want somebody else, and some never look again."""
    dice = played.dice
    act = dice.choices((posting.match, service.go_on, None), (14, 2, 4))[0]
    if act is not None:
        played.later(dice.uniform(0.5, 40), lambda: _answer(played, post_id, act))


def _answer(played: Played, post_id: int, act: Callable[[Work, Any], None]) -> None:
    with played.writing() as work:
        found = queries.promise_of(work, post_id)
        talks = work.scalar(text("SELECT count(*) FROM conversations WHERE post_id = :post"), {"post": post_id})
    if found is None or not talks:
        return
    _do(played, post_id, act)
    if act is posting.match:
        falls_through = played.dice.random() < 0.1
        then = posting.unmatch if falls_through else posting.fulfil
        played.later(played.dice.uniform(20, 150), lambda: _do(played, post_id, then))


def _do(played: Played, post_id: int, verb: Callable[[Work, Any], None]) -> None:
    _try(played, lambda work: verb(work, posts.post(work, post_id)))


def _try(played: Played, act: Callable[[Work], object]) -> None:
    """Let somebody act; what the site refuses (it is over, enough for today) they leave."""
    try:
        with played.writing() as work:
            act(work)
    except Refusal:
        return
