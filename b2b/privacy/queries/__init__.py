"""Named questions about rights: copies, requests, deletions."""

from b2b.privacy.queries.rights import (
    copies_of,
    due_erasure,
    not_counting,
    request_by_once,
    requests_of,
    requests_open,
    standing_erasure,
    uncounted,
)

__all__ = [
    "copies_of",
    "due_erasure",
    "not_counting",
    "request_by_once",
    "requests_of",
    "requests_open",
    "standing_erasure",
    "uncounted",
]
