"""Questions of matching: which posts fit, whom to tell, and what a text is probably about."""

from b2b.matching.queries.alerting import Helper, worth_alerting
from b2b.matching.queries.finding import BOTH_KINDS, Hit, Reader, fitting, hits, similar
from b2b.matching.queries.guessing import probable_categories, probable_task, suggested, suggested_types
from b2b.matching.queries.searching import PAGES_MAX, Found, search

__all__ = [
    "BOTH_KINDS",
    "PAGES_MAX",
    "Found",
    "Helper",
    "Hit",
    "Reader",
    "fitting",
    "hits",
    "probable_categories",
    "probable_task",
    "search",
    "similar",
    "suggested",
    "suggested_types",
    "worth_alerting",
]
