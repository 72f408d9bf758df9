"""Pages of the desk for who has no e-mail. Each module is one part of the story; together they are one blueprint."""

from b2b.paper.views import helping, lane, meeting, printing, requesting
from b2b.paper.views.blueprint import paper
from b2b.paper.views.panels import post_panel

__all__ = ["helping", "lane", "meeting", "paper", "post_panel", "printing", "requesting"]
