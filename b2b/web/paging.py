"""Keyset pages: where the last page ended, as text in the address. No counting, no offsets."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Cursor:
    """The moment and id of the last row shown."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{int(self.at.timestamp() * 1_000_000)}-{self.id}"


def read_cursor(text: str | None) -> Cursor | None:
    """Return the cursor in an address, or None for the first page (also when it is nonsense)."""
    if not text or len(text) > 40:
        return None
    moment, _, row = text.partition("-")
    if not (moment.isascii() and moment.isdigit() and row.isascii() and row.isdigit()):
        return None
    if len(moment) > 16 or len(row) > 18:
        return None
    return Cursor(datetime.fromtimestamp(int(moment) / 1_000_000, UTC), int(row))
