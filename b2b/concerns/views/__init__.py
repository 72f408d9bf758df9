"""Pages of worries and early signals: a neighbour tells, the desk decides."""

from b2b.concerns.views import signals, worries  # noqa: F401 - each hangs its pages on the blueprint
from b2b.concerns.views.blueprint import concerns

__all__ = ["concerns"]
