"""What places tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class NeighbourhoodEnded(Event):
    """A neighbourhood is no longer on the map; `successor_ids` came in its place, the most of it first."""

    neighbourhood_id: int
    successor_ids: tuple[int, ...]
