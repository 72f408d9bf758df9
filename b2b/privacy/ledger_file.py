"""The ledger of erasures as a file beside the database: it outlives a database that is lost, and is copied with backups."""

import os
from collections.abc import Iterable
from pathlib import Path

from b2b.privacy.service.ledger import HEADER


class LedgerFile:
    """Lines of marks in `path`, only ever added to. It holds no names, no addresses and no keys of rows."""

    def __init__(self, path: Path):
        self.path = path

    def read(self) -> list[str]:
        """Return its lines; none when there is no file yet."""
        return self.path.read_text("utf-8").splitlines() if self.path.exists() else []

    def add(self, lines: Iterable[str]) -> None:
        """Add what is not in it yet. It is replaced whole, so a half-written file is never read."""
        known = dict.fromkeys([HEADER, *self.read(), *lines])
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".part")
        draft.write_text("\n".join(known) + "\n", "utf-8")
        os.replace(draft, self.path)
