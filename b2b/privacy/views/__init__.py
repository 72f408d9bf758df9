"""Pages of rights: what is known of me, a copy, a question, a pause, goodbye; and the administrators' side."""

from b2b.privacy.views import copies, desk, leaving, requests, resting, seeing
from b2b.privacy.views.blueprint import privacy

__all__ = ["copies", "desk", "leaving", "privacy", "requests", "resting", "seeing"]
