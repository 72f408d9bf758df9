"""Handoffs for the municipality's own systems: how they stand, one by one or as a list."""

from collections.abc import Collection

from sqlmodel import col, select, tuple_

from b2b.core.db import Work
from b2b.handoff.models import Handoff
from b2b.handoff.rules import HandoffState
from b2b.web.paging import Cursor


def for_systems(
    work: Work, municipality_id: int, states: Collection[HandoffState], after: Cursor | None, most: int
) -> list[Handoff]:
    """Return at most `most` handoffs in these states, newest first; `after` asks for what is older than the cursor."""
    found = select(Handoff).where(Handoff.municipality_id == municipality_id, col(Handoff.state).in_(states))
    if after is not None:
        found = found.where(tuple_(Handoff.created_at, Handoff.id) < tuple_(after.at, after.id))
    return list(work.exec(found.order_by(col(Handoff.created_at).desc(), col(Handoff.id).desc()).limit(most)))


def for_system(work: Work, municipality_id: int, reference: str) -> Handoff | None:
    """Return the handoff of this municipality that is called `reference`."""
    found = select(Handoff).where(Handoff.reference == reference, Handoff.municipality_id == municipality_id)
    return work.exec(found).first()


def for_systems_by_id(work: Work, handoff_id: int) -> Handoff:
    """Return the handoff with this key."""
    return work.get_one(Handoff, handoff_id)
