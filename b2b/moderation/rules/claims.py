"""Who is looking at an item: a claim that ends by itself, or a hold that says why. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from b2b.core.clock import local
from b2b.core.errors import Conflict
from b2b.core.words import N_

LOOKING = timedelta(minutes=30)
"""So long nobody else decides after "Ik kijk hiernaar"; each click begins anew."""
HOLDING = timedelta(hours=48)
"""So long, in hours of working days, an item can be held while somebody waits for an answer."""
NOTE_MAX = 200


@dataclass(frozen=True)
class Claim:
    """Somebody's claim on an item, as a page shows it. `held` is a hold, with its `note`."""

    by_id: int
    name: str
    at: datetime
    until: datetime
    held: bool
    note: str = ""


class ClaimedByOther(Conflict):
    """Somebody else is looking at this now."""

    def __init__(self, name: str, at: datetime, until: datetime, *, held: bool):
        sentence = (
            N_("{name} houdt dit vast, sinds {at}. Dat duurt tot {until}.")
            if held
            else N_("{name} kijkt hier nu naar, sinds {at}. Dat duurt tot {until}.")
        )
        super().__init__(sentence.format(name=name, at=_spoken(at), until=_spoken(until)))


def stands(until: datetime | None, now: datetime) -> bool:
    """Say whether a claim that lasts until then still counts."""
    return until is not None and until > now


def in_the_way(by_id: int | None, until: datetime | None, me: int | None, now: datetime) -> bool:
    """Say whether somebody else's claim keeps `me` from deciding."""
    return by_id is not None and by_id != me and stands(until, now)


def may_take_over(*, urgent: bool, held: bool) -> bool:
    """Say whether a claim that still stands can be taken over: danger does not wait, and a hold blocks nobody."""
    return urgent or held


def _spoken(moment: datetime) -> str:
    return f"{local(moment):%-d-%-m %-H.%M} uur"
