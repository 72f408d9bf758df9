"""Three stand-ins for a municipality's system: one succeeds, one fails, one explodes."""

from b2b.handoff.connectors.base import Finding, Logbook, NoAnswer, Parcel, Receipt, Seen, Standing, Way


class WillingTwin:
    """Takes every parcel once; a second delivery with the same key changes nothing."""

    name = "twin"
    writes_message = False

    def __init__(self) -> None:
        self.taken: dict[str, Parcel] = {}
        self.finished: list[str] = []

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Keep the parcel and give it a number."""
        self.taken.setdefault(parcel.key, parcel)
        log.note("parcel", parcel.key)
        return Receipt(f"Z-{list(self.taken).index(parcel.key) + 1:04d}")

    def look(self, parcel: Parcel) -> Seen | None:
        """Say that it waits, or that it is gone."""
        return Seen(Standing.WAITING if parcel.key in self.taken else Standing.GONE)

    def take_back(self, parcel: Parcel) -> bool:
        """Forget the parcel."""
        self.taken.pop(parcel.key, None)
        return True

    def finish(self, parcel: Parcel) -> bool:
        """Remember that it is finished."""
        self.finished.append(parcel.key)
        return True

    def pass_on(self, parcel: Parcel) -> str | None:
        """There is one desk."""
        return None

    def link_case(self, parcel: Parcel, case: str, *, stands: bool) -> None:
        """It knows of no cases."""

    def test(self, way: Way) -> list[Finding]:
        """Everything is well."""
        return [Finding("twin", True)]


class BusyTwin(WillingTwin):
    """Never takes anything, and asks to come back."""

    def __init__(self) -> None:
        super().__init__()
        self.tries = 0

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Refuse for now."""
        self.tries += 1
        raise NoAnswer(f"the system of {parcel.municipality} is closed")


class ExplodingTwin(WillingTwin):
    """Breaks in a way that nobody foresaw."""

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Break."""
        raise RuntimeError(f"unforeseen: {parcel.reference}")
