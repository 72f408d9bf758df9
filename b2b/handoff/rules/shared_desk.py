"""Two municipalities that share one desk: each said yes to the other. Pure.

A region is as many of such pairs as there are: nobody comes in on a yes that was not given to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from b2b.core.errors import Conflict
from b2b.core.words import N_

DESK_WITH = "handoff.desk_with"
"""The choice of a municipality: with whom it shares its desk. The key of the other -> when it said yes (ISO, UTC)."""


@dataclass(frozen=True)
class Partner:
    """A municipality that shares its desk with ours, `since` both had said yes."""

    municipality_id: int
    name: str
    since: datetime


class NotAlone(Conflict):
    """A municipality shares its desk with others only."""

    sentence = N_("Kies een andere gemeente om het loket mee te delen.")


def yes_to(chosen: Mapping[str, str], municipality_id: int) -> datetime | None:
    """Return when a municipality that chose this said yes to another, None when it did not."""
    said = chosen.get(str(municipality_id))
    return datetime.fromisoformat(said) if said else None


def shared_since(ours: datetime | None, theirs: datetime | None) -> datetime | None:
    """Return since when both said yes: what was sent before that did not say that the other would read it."""
    return max(ours, theirs) if ours and theirs else None


def also_read_by(names: tuple[str, ...]) -> str:
    """Return who else reads a question, for the text that somebody says yes to."""
    return N_("Het loket van gemeente {names}. Jouw gemeente deelt haar loket.").format(names=", ".join(names))
