"""Pages of a handoff: a resident asks and follows; a coordinator's desk."""

from b2b.handoff.views import asking, desk, involved, lists, resident, shared_desk  # noqa: F401 - each hangs its pages on the blueprint
from b2b.handoff.views.blueprint import handoff

__all__ = ["handoff"]
