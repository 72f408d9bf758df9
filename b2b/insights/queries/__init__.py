"""Questions about figures. Everything that leaves goes through `published`: what is small is not there."""

from b2b.insights.queries.open_data import whole_month
from b2b.insights.queries.published import Audience, Edition, Published, counted_periods, edition, series, table
from b2b.insights.queries.sheets import Line, lines

__all__ = [
    "Audience",
    "Edition",
    "Line",
    "Published",
    "counted_periods",
    "edition",
    "lines",
    "series",
    "table",
    "whole_month",
]
