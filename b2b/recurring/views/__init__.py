"""Pages of help that comes back."""

from b2b.recurring.views import addresses, agreeing, recognising, sharing, team, turns  # noqa: F401 - they add their pages
from b2b.recurring.views.base import recurring
from b2b.recurring.views.panels import conversation_panel, list_panel

__all__ = ["conversation_panel", "list_panel", "recurring"]
