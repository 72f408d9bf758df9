"""What the pages of a walk ask SQLite, and which of it reads a table that grows with a town from end to end."""

import re
from dataclasses import dataclass
from typing import Any

from flask import has_request_context, request

GROWS = (
    *("posts", "post_terms", "conversations", "messages", "agreements", "help_turns", "invitations"),
    *("members", "sessions", "notices", "review_items", "handoffs", "notifications", "moves", "jobs"),
)
MAY = {
    "/mijn/gegevens/alles": "everything about one person, once in a while",
    "/transparantie": "the figures of a year, of everybody",
    "/verantwoording/": "the same, for one wijk",
}
"""How pages begin that may take their time, and why."""
A_FEW = "ix__members__suspended"
"""An index of the few members who cannot take part now: it is read whole."""
NAMED = re.compile(r'\b(?:FROM|JOIN) "?(\w+)"? AS "?(\w+)"?')


@dataclass(frozen=True)
class Asked:
    """The values of a statement, and the first page that sent it."""

    values: Any
    page: str


def noting(asked: dict[str, Asked]) -> Any:
    """Return a listener that keeps each statement with its first values; of pages that may take their time it hears nothing."""

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        page = request.path if has_request_context() else ""
        if not page.startswith((*MAY,)):
            asked.setdefault(statement, Asked(values, page))

    return note


def read_whole(database: Any, asked: dict[str, Asked]) -> list[str]:
    """Return what reads one of GROWS from end to end: page, plan and statement."""
    found = []
    with database.read.connect() as connection:
        for statement, known in [*asked.items()]:  # what we ask here is heard too
            if not statement.startswith(("SELECT", "WITH")):
                continue
            names = dict(match.groups()[::-1] for match in NAMED.finditer(statement))
            for *_, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", known.values):
                scanned = re.match(r"SCAN (\w+)", step)
                if scanned and names.get(scanned[1], scanned[1]) in GROWS and A_FEW not in step:
                    found.append(f"{known.page}: {step}: {' '.join(statement.split())[:300]}")
    return found
