"""What was written beside a question."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.queries.shared import GUESTS, NAMES, guest_at
from b2b.accounts.rules.guests import called
from b2b.core.db import Work
from b2b.handoff.models import Handoff, HandoffNote
from b2b.handoff.rules import NoteKind, Outcome


@dataclass(frozen=True)
class Written:
    """A note as a page shows it."""

    kind: NoteKind
    outcome: Outcome | None
    words: str
    for_resident: bool
    author: str
    at: datetime


def notes(work: Work, handoff: Handoff, *, for_resident: bool = False) -> list[Written]:
    """Return what was written beside a question, newest first; `for_resident`: only what they may read."""
    found = (
        select(
            col(HandoffNote.kind),
            col(HandoffNote.outcome),
            col(HandoffNote.words),
            col(HandoffNote.for_resident),
            NAMES.c.first_name,
            GUESTS.c.town,
            col(HandoffNote.created_at),
        )
        .join_from(HandoffNote, NAMES, NAMES.c.id == col(HandoffNote.author_id), isouter=True)
        .join(GUESTS, guest_at(col(HandoffNote.municipality_id), col(HandoffNote.author_id)), isouter=True)
        .where(col(HandoffNote.handoff_id) == handoff.id)
        .order_by(col(HandoffNote.id).desc())
    )
    if for_resident:
        found = found.where(col(HandoffNote.for_resident))
    return [_written(row) for row in work.connection().execute(found)]


def _written(row: Any) -> Written:
    author = called(row.town, row.first_name) or ""
    return Written(row.kind, row.outcome, row.words, row.for_resident, author, row.created_at)


def note_by_once(work: Work, author_id: int, once: str) -> HandoffNote | None:
    """Return what this author wrote with this form already."""
    found = select(HandoffNote).where(col(HandoffNote.author_id) == author_id, col(HandoffNote.once) == once)
    return work.scalars(found).first()
