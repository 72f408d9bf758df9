"""Facts that a service records; b2b/reactions says who listens."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened, in the past tense. Carries ids only."""
