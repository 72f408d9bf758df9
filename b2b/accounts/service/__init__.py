"""Verbs of people: signing in, sessions, roles, blocking."""

from b2b.accounts.service.people import block, keep_out, place_at_once, purge, read_first, reinstate, suspend, unblock
from b2b.accounts.service.roles import grant, revoke

__all__ = [
    "block",
    "grant",
    "keep_out",
    "place_at_once",
    "purge",
    "read_first",
    "reinstate",
    "revoke",
    "suspend",
    "unblock",
]
