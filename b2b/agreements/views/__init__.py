"""Pages of appointments."""

from b2b.agreements.views import (  # noqa: F401 - they add their pages
    addresses,
    feeding,
    looking_back,
    meeting,
    recognising,
    sharing,
)
from b2b.agreements.views.base import agreements
from b2b.agreements.views.panels import conversation_panel

__all__ = ["agreements", "conversation_panel"]
