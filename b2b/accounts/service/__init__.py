"""Verbs of people: signing in, sessions, roles, blocking."""

from b2b.accounts.service.people import block, purge, reinstate, suspend, trust, unblock
from b2b.accounts.service.roles import grant, revoke

__all__ = ["block", "grant", "purge", "reinstate", "revoke", "suspend", "trust", "unblock"]
