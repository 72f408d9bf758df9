"""Tables of handoffs."""

from b2b.handoff.models.handoffs import (
    Attempt,
    Handoff,
)

__all__ = [
    "Attempt",
    "Handoff",
]
