"""Named questions about rights: copies, requests, deletions."""

from b2b.privacy.queries.rights import (
    copies_of,
    due_erasure,
    request_by_once,
    requests_of,
    requests_open,
    standing_erasure,
)

__all__ = [
    "copies_of",
    "due_erasure",
    "request_by_once",
    "requests_of",
    "requests_open",
    "standing_erasure",
]
