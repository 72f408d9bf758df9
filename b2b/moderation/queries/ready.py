"""The ready-made texts of a municipality."""

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.moderation.models import ReadyText
from b2b.moderation.rules import DecisionKind
from b2b.moderation.rules.ready import Ready, Rewritten, offered


def ready_texts(work: Work, municipality_id: int, *, all_of_them: bool = False) -> list[Ready]:
    """Return the texts that moderators can use: the built-in ones as the municipality changed them, and its own."""
    return offered(rewritten(work, municipality_id), all_of_them=all_of_them)


def rewritten(work: Work, municipality_id: int) -> list[Rewritten]:
    """Return what a municipality made of its texts, its own last."""
    found = select(ReadyText).where(col(ReadyText.municipality_id) == municipality_id).order_by(col(ReadyText.id))
    return [
        Rewritten(
            row.code,
            row.title,
            row.body,
            frozenset(DecisionKind(code) for code in row.decisions.split() if code),
            retired=row.retired_at is not None,
        )
        for row in work.scalars(found)
    ]


def ready_row(work: Work, municipality_id: int, code: str) -> ReadyText | None:
    """Return the row of a text that the municipality changed or made, if it did."""
    found = select(ReadyText).where(col(ReadyText.municipality_id) == municipality_id, col(ReadyText.code) == code)
    return work.scalars(found).first()
