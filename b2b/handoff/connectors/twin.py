"""Three stand-ins for a municipality's system: one succeeds, one fails, one explodes."""

from b2b.handoff.connectors.base import Parcel, Receipt
from b2b.jobs.rules import RetryLater


class WillingTwin:
    """Takes every parcel once; a second delivery with the same key changes nothing."""

    name = "twin"

    def __init__(self) -> None:
        self.taken: dict[str, Parcel] = {}

    def deliver(self, parcel: Parcel) -> Receipt:
        """Keep the parcel and give it a number."""
        self.taken.setdefault(parcel.key, parcel)
        return Receipt(f"Z-{list(self.taken).index(parcel.key) + 1:04d}")


class BusyTwin:
    """Never takes anything, and asks to come back."""

    name = "twin"

    def __init__(self) -> None:
        self.tries = 0

    def deliver(self, parcel: Parcel) -> Receipt:
        """Refuse for now."""
        self.tries += 1
        raise RetryLater(f"the system of {parcel.municipality} is closed")


class ExplodingTwin:
    """Breaks in a way that nobody foresaw."""

    name = "twin"

    def deliver(self, parcel: Parcel) -> Receipt:
        """Break."""
        raise RuntimeError(f"unforeseen: {parcel.reference}")
