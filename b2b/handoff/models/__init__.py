"""Tables of handoffs, one file a subject."""

from b2b.handoff.models.attempts import (
    Attempt,
    Connection,
    DeskLink,
)
from b2b.handoff.models.handoffs import (
    Handoff,
)
from b2b.handoff.models.involved import (
    ConsentException,
    Referral,
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
    "Connection",
    "ConsentException",
    "DeskLink",
    "Handoff",
    "HandoffNote",
    "HandoffProposal",
    "HandoffQuestion",
    "Referral",
]
