"""Questions of matching: which posts fit, whom to tell, and what a text is probably about."""

from b2b.matching.queries.alerting import Helper, worth_alerting, worth_listing
from b2b.matching.queries.finding import BOTH_KINDS, Hit, Reader, fitting, hits, similar
from b2b.matching.queries.guessing import (
    named_kinds,
    probable_categories,
    probable_task,
    suggested,
    suggested_types,
    types_for,
    usual_categories,
)
from b2b.matching.queries.learnt import every_own_words, learns, own_words, question, unknown_words
from b2b.matching.queries.searching import PAGES_MAX, Found, search

__all__ = [
    "BOTH_KINDS",
    "PAGES_MAX",
    "Found",
    "Helper",
    "Hit",
    "Reader",
    "every_own_words",
    "fitting",
    "hits",
    "learns",
    "named_kinds",
    "own_words",
    "probable_categories",
    "probable_task",
    "question",
    "search",
    "similar",
    "suggested",
    "suggested_types",
    "types_for",
    "unknown_words",
    "usual_categories",
    "worth_alerting",
    "worth_listing",
]
