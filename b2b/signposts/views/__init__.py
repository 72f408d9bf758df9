"""Pages of signposts, and where they are shown on pages of others."""

from b2b.signposts.views.managing import signposts
from b2b.signposts.views.panels import beside_results, beside_step, own_numbers

__all__ = ["beside_results", "beside_step", "own_numbers", "signposts"]
