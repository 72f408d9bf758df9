"""The unit of work: one session, one transaction, one place that commits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlmodel import Session, SQLModel

from b2b.core.clock import Clock, system_clock
from b2b.core.events import Event
from b2b.core.reach import EVERYWHERE, extend, reach_of

Reaction = Callable[["Work", Any], None]
Reactions = Mapping[type[Event], Sequence[Reaction]]


class Work(Session):
    """A session that also remembers what happened, what time it is and who acts."""

    def __init__(
        self,
        engine: Engine,
        *,
        reactions: Reactions | None = None,
        clock: Clock = system_clock,
        actor_id: int | None = None,
        reach: str = EVERYWHERE,
    ):
        super().__init__(engine, expire_on_commit=False)
        self._engine = engine
        self.store = (engine.url.host, engine.url.port, engine.url.database)
        """Which database this is: what is remembered of one holds for no other."""
        self._looks_only = bool(engine.get_execution_options().get("looks_only"))
        self._plain: Connection | None = None
        self.happened: list[Event] = []
        self.actor_id = actor_id
        self.reach = reach
        self.after_commit: list[Callable[[], None]] = []
        self._reactions = reactions or {}
        self.clock = clock

    def now(self) -> datetime:
        """Return the moment of this work, aware, in UTC."""
        return self.clock()

    @property
    def dialect(self) -> str:
        """Return "sqlite" or "postgresql": for the few questions asked differently."""
        return self._engine.dialect.name

    def get_bind(self, *args: Any, **options: Any) -> Any:
        """Return what statements run on: a reading page asks all its questions on one connection."""
        return self.plain() if self._looks_only else super().get_bind(*args, **options)

    def plain(self) -> Connection:
        """Return the connection for `core/prepared.py`; of work that writes, the one of its transaction."""
        if not self._looks_only:
            return self.connection()
        if self._plain is None:
            self._plain = self._engine.connect()
            extend(self._plain, self.reach)
        return self._plain

    def close(self) -> None:
        """Let go of everything."""
        if self.in_transaction() or not self._looks_only:
            super().close()
        if self._plain is not None:
            self._plain.close()
            self._plain = None

    def narrow(self, municipality_id: int | None) -> None:
        """From here on, see one municipality only; with None, see none. On SQLite this changes nothing."""
        self.reach = reach_of(municipality_id)
        self._extend()

    def _extend(self) -> None:
        if self._plain is not None:
            extend(self._plain, self.reach)
        elif self.in_transaction():
            extend(self.connection(), self.reach)

    @contextmanager
    def within(self, municipality_id: int) -> Iterator[None]:
        """Ask or change something of another municipality, because two of them agreed on that, and come back.

        What was changed before goes to the database first: each row is written by who may see it.
        """
        here = self.reach
        self._go(reach_of(municipality_id))
        try:
            yield
        except BaseException:
            with suppress(Exception):  # a transaction that failed hears nothing any more, and is rolled back
                self._go(here)
            self.reach = here
            raise
        self._go(here)

    def _go(self, reach: str) -> None:
        if self.in_transaction():
            self.flush()
        self.reach = reach
        self._extend()

    def record(self, event: Event) -> None:
        """Remember that `event` happened and let everybody who listens react, in this transaction."""
        self.happened.append(event)
        for react in self._reactions.get(type(event), ()):
            react(self, event)


@event.listens_for(Work, "after_begin")
def _say_what_it_sees(work: Work, _transaction: object, connection: Connection) -> None:
    extend(connection, work.reach)


@contextmanager
def unit_of_work(
    engine: Engine, reactions: Reactions | None = None, clock: Clock = system_clock, *, reach: str = EVERYWHERE
) -> Iterator[Work]:
    """Commit when the block ends, roll back when it raises. `reach`: whose rows it sees (`core/reach.py`)."""
    with Work(engine, reactions=reactions, clock=clock, reach=reach) as work:
        try:
            yield work
        except BaseException:
            work.rollback()
            raise
        if work.in_transaction():
            work.commit()
    for tell in work.after_commit:
        tell()


def lock(work: Work, thing: SQLModel) -> None:
    """Read `thing` anew and keep others from changing it until this transaction ends.

    Of two people who decide at once, the second sees what the first did. SQLite has one writer
    at a time anyway; PostgreSQL locks the row.
    """
    work.flush()  # what this transaction changed must not be read over
    work.refresh(thing, with_for_update=True)
