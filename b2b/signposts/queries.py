"""Questions about signposts."""

from collections.abc import Sequence

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.signposts.models import Signpost
from b2b.signposts.rules import DANGER, EVERYTHING, SHOWN


def fitting(work: Work, municipality_id: int, categories: Sequence[str], most: int = SHOWN) -> list[Signpost]:
    """Return signposts for these kinds of help, the first kind first; what fits everything comes last."""
    order = [*dict.fromkeys(code for code in categories if code != DANGER), EVERYTHING]
    found = select(Signpost).where(
        Signpost.municipality_id == municipality_id,
        col(Signpost.category).in_(order),
        col(Signpost.ended_at).is_(None),
    )
    return sorted(work.exec(found), key=lambda each: (order.index(each.category), each.name))[:most]


def for_danger(work: Work, municipality_id: int) -> list[Signpost]:
    """Return the municipality's own numbers for emergencies, by name."""
    found = select(Signpost).where(
        Signpost.municipality_id == municipality_id, Signpost.category == DANGER, col(Signpost.ended_at).is_(None)
    )
    return list(work.exec(found.order_by(Signpost.name)))


def every(work: Work, municipality_id: int) -> list[Signpost]:
    """Return all signposts of a municipality, also what ended, by kind of help and name."""
    found = select(Signpost).where(Signpost.municipality_id == municipality_id)
    return list(work.exec(found.order_by(Signpost.category, Signpost.name)))


def called(work: Work, municipality_id: int, category: str, name: str) -> Signpost | None:
    """Return the signpost of this kind of help with this name."""
    found = select(Signpost).where(
        Signpost.municipality_id == municipality_id, Signpost.category == category, Signpost.name == name
    )
    return work.exec(found).first()
