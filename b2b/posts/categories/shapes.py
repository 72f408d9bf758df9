"""What a kind of help is made of. Pure; every sentence is Dutch and translated where it is shown."""

from dataclasses import dataclass
from enum import StrEnum


class Risk(StrEnum):
    """How careful a kind of help asks people to be."""

    LOW = "low"
    """Nothing but common sense."""
    WATCH = "watch"
    """Rules are shown before posting."""
    HARD = "hard"
    """Money, bank cards, children, bodily care, medicine or keys: rules, and variants that are stopped."""


@dataclass(frozen=True)
class Stop:
    """What neighbours must not do for each other: why, what is possible, and where to go instead.

    `signposts` are codes of `b2b.consent.signposts`.
    """

    code: str
    title: str
    why: str
    instead: str
    signposts: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """A part of a kind of help. With `stop` (a code of STOPS) it is not for neighbours."""

    code: str
    label: str
    stop: str = ""


@dataclass(frozen=True)
class Category:
    """A kind of help. `example` is the line under its name, `title` an example of a post's title."""

    code: str
    label: str
    icon: str
    example: str
    title_request: str
    title_offer: str
    risk: Risk
    tasks: tuple[Task, ...]
    rules: tuple[str, ...] = ()

    def task(self, code: str) -> Task | None:
        """Return the task with this code."""
        return next((task for task in self.tasks if task.code == code), None)
