"""Pages of rights: what is known of me, a copy, a question, a pause, goodbye; what is kept and how long; and the administrators' side."""

from b2b.privacy.views import (
    cookies,
    copies,
    desk,
    keeping,
    leaving,
    requests,
    resting,
    security,
    seeing,
)
from b2b.privacy.views.blueprint import privacy

__all__ = ["cookies", "copies", "desk", "keeping", "leaving", "privacy", "requests", "resting", "security", "seeing"]
