"""Pages of conversations."""

from b2b.conversations.views import choosing, live, muting, not_now, talking  # noqa: F401 - they add their pages to the blueprint
from b2b.conversations.views.base import conversations
from b2b.conversations.views.not_now import led_on_panel
from b2b.conversations.views.panels import PANELS, post_panel
from b2b.conversations.views.remarks import REMARKS

__all__ = ["PANELS", "REMARKS", "conversations", "led_on_panel", "post_panel"]
