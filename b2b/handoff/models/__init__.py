"""Tables of handoffs, one file a subject."""

from b2b.handoff.models.handoffs import (
    Attempt,
    Handoff,
)
from b2b.handoff.models.notes import (
    HandoffNote,
)
from b2b.handoff.models.questions import (
    HandoffProposal,
    HandoffQuestion,
)

__all__ = [
    "Attempt",
    "Handoff",
    "HandoffNote",
    "HandoffProposal",
    "HandoffQuestion",
]
