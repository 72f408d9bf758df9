"""Recurring work without a leader: every worker plans the slot, the dedupe key lets one through."""

from collections.abc import Callable, Iterable
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
    """Name slots of `minutes` (a divisor of 60), on the Dutch wall clock.

    The name holds the offset from UTC: the hour that comes twice in October has its slots twice.
    """

    def key(moment: datetime) -> str:
        start = moment.replace(minute=moment.minute - moment.minute % minutes)
        return start.strftime("%Y-%m-%dT%H:%M%z")

    return key


def daily(hour: int) -> Callable[[datetime], str]:
    """Name the day whose slot has begun: the date, from `hour` o'clock Dutch time onwards."""

    def key(moment: datetime) -> str:
        return (moment - timedelta(hours=hour)).strftime("%Y-%m-%d")

    return key


def begun(slots: Iterable[Slot], moment: datetime) -> dict[str, str]:
    """Return the slots that `moment` (aware) falls in: dedupe key -> kind of job."""
    here = local(moment)
    return {f"{slot.kind}:{slot.key(here)}": slot.kind for slot in slots}


def plan(work: Work, keys: dict[str, str]) -> None:
    """Enqueue these slots; one that somebody planned before stays as it is."""
    for key, kind in keys.items():
        service.enqueue(work, kind, {}, dedupe_key=key)
