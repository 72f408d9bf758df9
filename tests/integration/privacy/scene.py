"""What the rows of each class stand on: a street with people, one moment at which the time of all is over, and rows that
say only what matters to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Enum, Integer, LargeBinary, TypeDecorator, inspect
from sqlmodel import SQLModel

from b2b.core.clock import from_local, local
from b2b.core.crypto import Sealed
from b2b.core.ids import new_reference
from b2b.privacy.rules.retention import RETENTION

END = from_local(datetime.combine(date(2030, 6, 16), time()))
"""When the time of each row is over: a Dutch midnight, because some classes count in days."""


@dataclass
class Scene:
    """A street at the moment `now`: where the days of the rows that are made begin."""

    make: Any
    clock: Any
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        """Let people move in."""
        self.ada, self.kees = self.make.member("Ada"), self.make.member("Kees")
        self.nadia = self.make.staff("administrator", "Nadia", everywhere=True)
        self.mo = self.make.staff("moderator")

    @property
    def now(self) -> datetime:
        """Return the moment at which everything is made."""
        return self.clock()

    @property
    def today(self) -> date:
        """Return the day on which everything is made."""
        return local(self.now).date()

    def after(self, **more: float) -> datetime:
        """Return a moment, so many days or hours from now."""
        return self.now + timedelta(**more)

    def save(self, model: type[SQLModel], **said: Any) -> Any:
        """Store a row that says this, and something plain in each other column that must say something."""
        plain = {
            name: self._plain(inspect(model).columns[name])
            for name, one in model.model_fields.items()
            if one.is_required() and name not in said
        }
        return self.make.save(model(**plain | said))

    def post(self, **more: Any) -> Any:
        """Return a request of Ada that closed now."""
        return self.make.post(self.ada, **{"state": "fulfilled", "closed_at": self.now} | more)

    def talk(self) -> Any:
        """Return a conversation in which Kees spoke now, about something that goes on."""
        return self.make.conversation(self.make.post(self.ada, state="matched"), self.kees)

    def meeting(self, **more: Any) -> Any:
        """Return an appointment that is now."""
        return self.make.agreement(self.talk(), days=0, **more)

    def _plain(self, column: Column[Any]) -> Any:
        named = {"municipality_id": self.ada.municipality_id, "neighbourhood_id": self.ada.neighbourhood_id}
        if column.name in named:
            return named[column.name]
        if any(link.column.table.name == "members" for link in column.foreign_keys):
            return self.ada.id
        if column.name in ("reference", "once", "series"):
            return new_reference("B")
        kind: Any = column.type
        if isinstance(kind, TypeDecorator) and not isinstance(kind, Sealed):
            kind = kind.impl
        if isinstance(kind, Enum):
            return next(iter(kind.enum_class))
        number = next(self.numbers)
        plain = (
            (DateTime, self.now),
            (Date, self.today),
            (Boolean, False),
            (Integer, 1),
            (LargeBinary, f"sleutel {number}".encode()),
        )
        return next((value for shape, value in plain if isinstance(kind, shape)), f"iets {number}")


Rows = Any
"""A row, or a tuple of rows."""


@dataclass(frozen=True)
class Case:
    """Rows of one class: `build` makes them when the clock says `begins`, so that their time is over at `ends`."""

    code: str
    begins: datetime
    ends: datetime
    build: Callable[[Scene], Rows]
    at_end: Callable[[Scene], None] | None


@dataclass
class Made:
    """Rows of a case, as they were made."""

    case: Case
    rows: tuple[SQLModel, ...]


CASES: list[Case] = []
"""Every case, in the order in which they are written down."""


def of(
    code: str, days: float | None = None, *, ends: datetime = END, at_end: Callable[[Scene], None] | None = None
) -> Callable[[Callable[[Scene], Rows]], Callable[[Scene], Rows]]:
    """Say that a function makes rows of this class. Its days, or so many `days`, before their end it is called.

    `at_end`: what somebody does at that moment, for a class that ends with an act.
    """
    length = RETENTION[code].days if days is None else days
    assert length is not None, code

    def note(build: Callable[[Scene], Rows]) -> Callable[[Scene], Rows]:
        CASES.append(Case(code, ends - timedelta(days=length), ends, build, at_end))
        return build

    return note


def made(scene: Scene) -> list[Made]:
    """Make the rows of every case, each when its days begin."""
    found = []
    for case in CASES:
        scene.clock.moment = case.begins
        rows = case.build(scene)
        found.append(Made(case, rows if isinstance(rows, tuple) else (rows,)))
    return found
