"""What every connector looks like, and what it gets to know: a reference, never a dossier."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Parcel:
    """What leaves the house. `link` opens the handoff at our desk; `key` is the same at each try."""

    key: str
    reference: str
    municipality_id: int
    municipality: str
    neighbourhood: str
    link: str
    address: str


@dataclass(frozen=True)
class Receipt:
    """What came back: the other side's own reference, when it gives one."""

    external_reference: str | None = None


class Connector(Protocol):
    """One way to reach the municipality."""

    name: str

    def deliver(self, parcel: Parcel) -> Receipt:
        """Hand the parcel over; a second call with the same `key` must change nothing there.

        Raises jobs.rules.RetryLater when trying again may help, GiveUp when it cannot.
        """
