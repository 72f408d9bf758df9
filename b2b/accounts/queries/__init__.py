"""Questions about people."""

from b2b.accounts.queries.identity import identify

__all__ = ["identify"]
