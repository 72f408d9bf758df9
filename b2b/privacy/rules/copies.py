"""A copy of one's data: asked for, made by a job, fetched for a week, then gone. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Gone
from b2b.core.words import N_

FETCH_FOR = timedelta(days=7)
"""So long a copy can be fetched. Then it is deleted; a new one can be asked for at any time."""
KEEP_GONE = timedelta(days=30)
"""So long after it a row says that there was a copy: somebody may ask who fetched their data."""


class CopyState(StrEnum):
    ASKED = "asked"
    READY = "ready"
    OVER = "over"


class CopyOver(Gone):
    """The copy is deleted, or not made yet."""

    sentence = N_("Deze download is er niet meer. Vraag een nieuwe aan.")
