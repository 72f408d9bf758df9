"""What was written beside a question."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
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
            col(HandoffNote.created_at),
        )
        .join_from(HandoffNote, NAMES, NAMES.c.id == col(HandoffNote.author_id))
        .where(col(HandoffNote.handoff_id) == handoff.id)
        .order_by(col(HandoffNote.id).desc())
    )
    if for_resident:
        found = found.where(col(HandoffNote.for_resident))
    return [Written(*row) for row in work.connection().execute(found)]


def note_by_once(work: Work, author_id: int, once: str) -> HandoffNote | None:
    """Return what this author wrote with this form already."""
    found = select(HandoffNote).where(col(HandoffNote.author_id) == author_id, col(HandoffNote.once) == once)
    return work.scalars(found).first()
