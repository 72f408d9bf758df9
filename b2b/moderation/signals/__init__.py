"""What the software sees in people's words. It warns or holds; people decide. Pure: no web, no database."""

from b2b.moderation.signals.registry import DETECTORS, VERSION, explain, read
from b2b.moderation.signals.shapes import Action, Detector, Finding, Group, Severity

__all__ = [
    "DETECTORS",
    "VERSION",
    "Action",
    "Detector",
    "Finding",
    "Group",
    "Severity",
    "explain",
    "read",
]
