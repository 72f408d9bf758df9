"""What was drawn of figures, kept in memory: it changes when they are counted, and thirty charts cost more than a page."""

from collections.abc import Callable

from flask import g

from b2b.insights import queries
from b2b.insights.queries import Edition
from b2b.insights.views.blueprint import town
from b2b.web.memory import remembered

KEPT_MAX = 120
"""Parts and files kept per process: some 100 kB each."""


def drawn(make: Callable[[Edition], str], *what: object) -> str:
    """Return what `make` draws of the figures that everybody may read, or what it drew of the same ones before.

    `what` says which part it is, and holds all that it depends on besides those figures.
    """
    edition = queries.edition(g.work, town())
    return remembered("figures-drawn", (town(), edition, what), KEPT_MAX, lambda: make(edition))
