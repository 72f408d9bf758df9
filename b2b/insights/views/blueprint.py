"""The blueprint of figures, and what its pages share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, g

from b2b.insights.queries import Line
from b2b.insights.rules.charts import Point, Trend, top_of, trend
from b2b.insights.rules.periods import period_of
from b2b.insights.rules.shapes import Kind
from b2b.insights.rules.telling import Told
from b2b.municipalities.queries import Places, places
from b2b.web.transactions import current_site

insights = Blueprint("insights", __name__)

MONTHS = 12
"""How far back a page looks."""


@dataclass(frozen=True)
class Card:
    """A measure as a page shows it: in words, as a chart, and month by month. `moments` are the starts of the months."""

    line: Line
    chart: Trend
    moments: tuple[datetime, ...]

    @property
    def months(self) -> list[tuple[datetime, Told]]:
        """Return each month with what is said of it, the newest first."""
        return list(zip(self.moments, self.line.words, strict=True))[::-1]

    @property
    def newest(self) -> Told:
        """Return what is said of the newest month."""
        return self.line.words[-1]


def cards(lines: Sequence[Line], top: float | None = None) -> list[Card]:
    """Return lines as cards, each with its own axis or (`top`) all with the same."""
    return [_card(line, top) for line in lines]


def _card(line: Line, top: float | None) -> Card:
    points = [Point(one.value, one.hidden) for one in line.figures]
    axis = top or top_of([point.value for point in points])
    moments = tuple(period_of(one.period).start for one in line.figures)
    return Card(line, trend(points, axis, columns=line.measure.kind is Kind.COUNT), moments)


def town() -> int:
    """Return the municipality of this page."""
    return current_site().municipality_id or 0


def here() -> Places:
    """Return the places of this municipality."""
    return places(g.work, town())
