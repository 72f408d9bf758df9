"""Version 1 of the API. `api_v1` is everything under /api/v1."""

from b2b.api.v1 import (  # noqa: F401 - they add their addresses
    figures,
    handoffs,
    openapi,
    places,
    posts,
    proposals,
    subscriptions,
    tokens,
)
from b2b.api.v1.blueprint import api_v1

__all__ = ["api_v1"]
