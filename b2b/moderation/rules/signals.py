"""What follows from what the software saw: by where it was said. Pure. Nothing here is a sanction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from b2b.moderation.signals import Action, Finding

KEEP = {
    Action.WARN: timedelta(days=90),
    Action.HOLD: timedelta(days=183),
    Action.CRISIS: timedelta(days=30),
}
"""How long a signal is kept, by what followed: as long as somebody can object, and a crisis not longer than needed."""
CARD_SHOWN = timedelta(hours=48)
"""The help card stays beside the words for this long."""
CRISIS_DUE = timedelta(minutes=30)
"""A person looks at a crisis within this time (moderation.crisis_minutes)."""


class Place(StrEnum):
    """Where something was said."""

    POST = "post"
    """Everybody reads it."""
    MESSAGE = "message"
    """One neighbour reads it."""
    APPOINTED = "appointed"
    """One neighbour reads it, who was chosen: to give a telephone number is what this place is for."""


EXPECTED = frozenset({"personal.phone", "personal.email", "personal.address", "personal.postcode", "personal.plate"})
"""What people who made an appointment have to tell each other."""


@dataclass(frozen=True)
class Outcome:
    """What follows: hold it for a moderator, help at once, and what is kept (with its action)."""

    hold: bool
    crisis: bool
    kept: tuple[tuple[Finding, Action], ...]


def action_of(found: Finding, place: Place) -> Action:
    """Return what follows from one finding in this place."""
    if place is Place.POST:
        return found.detector.in_post
    if place is Place.APPOINTED and found.code in EXPECTED:
        return Action.NONE
    return found.detector.in_message


def outcome(found: Iterable[Finding], place: Place) -> Outcome:
    """Return what follows from all findings. A cry for help is never held, whatever else is in it."""
    acts = [(one, action_of(one, place)) for one in found]
    crisis = any(act is Action.CRISIS for _, act in acts)
    hold = not crisis and any(act is Action.HOLD for _, act in acts)
    kept = tuple((one, act) for one, act in acts if act in KEEP)
    if crisis:
        kept = tuple((one, Action.WARN if act is Action.HOLD else act) for one, act in kept)
    return Outcome(hold, crisis, kept)


def hinted(found: Iterable[Finding], place: Place) -> list[Finding]:
    """Return what its writer is asked about before sending: hints, and what must go (REFUSE)."""
    return [one for one in found if action_of(one, place) in (Action.HINT, Action.REFUSE)]


def read_addresses(setting: object) -> list[str]:
    """Return the addresses in a setting: separated by commas, at most ten."""
    return [part.strip() for part in str(setting or "").split(",") if "@" in part][:10]
