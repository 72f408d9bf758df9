"""Pages about the API: for administrators and for developers."""

from b2b.api.views import clients, developers, elsewhere, messages  # noqa: F401 - they add their pages
from b2b.api.views.blueprint import api

__all__ = ["api"]
