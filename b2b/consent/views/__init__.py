"""Pages of texts: to read, to accept again, to write; and what comes before opening."""

from b2b.consent.views import pages  # noqa: F401
from b2b.consent.views.blueprint import consent

__all__ = ["consent"]
