"""Facts that a service records; reactions.py says who listens."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened, in the past tense. Carries ids only."""
