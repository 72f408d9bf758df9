"""Pages of the promise: an invitation, what the asker sees, the moderator who looks for somebody, a helper's own terms."""

from b2b.promise.views import afterwards, helping, searching
from b2b.promise.views.blueprint import promise
from b2b.promise.views.invited import invited
from b2b.promise.views.panels import post_panel

__all__ = ["afterwards", "helping", "invited", "post_panel", "promise", "searching"]
