"""Recurring work without a leader: every worker plans the slot, the dedupe key lets one through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from b2b.core.clock import local
from b2b.core.db import Work
from b2b.jobs import service


@dataclass(frozen=True)
class Slot:
    """A kind of job that recurs; `key` names the slot that a local moment falls in."""

    kind: str
    key: Callable[[datetime], str]


def every(minutes: int) -> Callable[[datetime], str]:
    """Name slots of `minutes` (a divisor of 60), on the Dutch wall clock."""

    def key(moment: datetime) -> str:
        start = moment - timedelta(minutes=moment.minute % minutes)
        return start.strftime("%Y-%m-%dT%H:%M%z")

    return key


def daily(hour: int) -> Callable[[datetime], str]:
    """Name the day whose slot has begun: the date, from `hour` o'clock Dutch time onwards."""

    def key(moment: datetime) -> str:
        return (moment - timedelta(hours=hour)).strftime("%Y-%m-%d")

    return key


_planned: set[str] = set()


def plan(work: Work, slots: list[Slot]) -> None:
    """Enqueue every slot that has begun and that nobody planned yet."""
    moment = local(work.now())
    for slot in slots:
        key = f"{slot.kind}:{slot.key(moment)}"
        if key not in _planned:
            service.enqueue(work, slot.kind, {}, dedupe_key=key)
            work.after_commit.append(lambda key=key: _planned.add(key))  # type: ignore[misc]
    if len(_planned) > 10_000:
        _planned.clear()
