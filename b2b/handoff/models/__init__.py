"""Tables of handoffs, one file a subject."""

from b2b.handoff.models.handoffs import (
    Attempt,
    Handoff,
)
from b2b.handoff.models.notes import (
    HandoffNote,
)

__all__ = [
    "Attempt",
    "Handoff",
    "HandoffNote",
]
