"""Questions about texts, who accepted them, and what comes before opening."""

from b2b.consent.queries.golive import CONTACTS, lines, moderators_by_neighbourhood, signatures
from b2b.consent.queries.mails import terms_changed
from b2b.consent.queries.texts import (
    MatchText,
    Standing,
    Together,
    acceptances,
    accepted_hashes,
    accepted_of,
    as_text,
    at_match,
    current,
    in_force,
    insurance,
    newest,
    ours,
    standing,
    together,
    versions,
)

__all__ = [
    "CONTACTS",
    "MatchText",
    "Standing",
    "Together",
    "acceptances",
    "accepted_hashes",
    "accepted_of",
    "as_text",
    "at_match",
    "current",
    "in_force",
    "insurance",
    "lines",
    "moderators_by_neighbourhood",
    "newest",
    "ours",
    "signatures",
    "standing",
    "terms_changed",
    "together",
    "versions",
]
