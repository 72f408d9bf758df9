"""Verbs of people: signing in, sessions, roles, blocking."""

from b2b.accounts.service.people import block, keep_out, purge, read_first, reinstate, suspend, trust, unblock
from b2b.accounts.service.roles import grant, revoke

__all__ = ["block", "grant", "keep_out", "purge", "read_first", "reinstate", "revoke", "suspend", "trust", "unblock"]
