"""The pages of matching: searching, and what it adds to the pages of posts."""

from b2b.matching.views import quiet, words
from b2b.matching.views.panels import draft_panel, fitting_panel, quiet_panel
from b2b.matching.views.searching import matching

__all__ = ["draft_panel", "fitting_panel", "matching", "quiet", "quiet_panel", "words"]
