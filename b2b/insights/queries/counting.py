"""Everything that is counted in one period: the heavy question, asked by a job and never by a page."""

from collections.abc import Callable

from b2b.core.db import Work
from b2b.insights.leaving_out import left_out, without
from b2b.insights.queries import asked, done, judged
from b2b.insights.queries.areas import populations
from b2b.insights.queries.span import Span, span_of
from b2b.insights.rules.facts import Fact, Map, Row, figures
from b2b.insights.rules.periods import period_of
from b2b.municipalities.queries import places
from b2b.posts.categories import CATEGORIES

SOURCES: dict[str, Callable[[Work, Span], list[Fact]]] = {
    "requests": asked.requests,
    "answers": asked.answers,
    "first_answer": asked.first_answer,
    "first_agreement": asked.first_agreement,
    "unmet": asked.unmet,
    "handed_over": asked.handed_over,
    "handed_back": asked.handed_back,
    "outcomes": done.outcomes,
    "helpers": done.helpers,
    "newcomers": done.newcomers,
    "worth": done.worth,
    "otherwise": done.otherwise,
    "members": done.members,
    "notices": judged.notices,
    "restrictions": judged.restrictions,
    "objections": judged.objections,
}
"""Tally -> where its facts come from."""


def map_of(work: Work, municipality_id: int) -> Map:
    """Return the areas of a municipality as they are now."""
    here = places(work, municipality_id)
    districts = {quarter.code: tuple(sorted(hood.code for hood in quarter.hoods)) for quarter in here.quarters}
    return Map(here.code, districts, populations(work, municipality_id))


def counted(work: Work, municipality_id: int, period: str) -> list[Row]:
    """Return every figure of a period that may be told, from what the tables hold now. Seconds for a large city.

    Whoever objected to being counted, and was right, is in none of them.
    """
    span, here = span_of(work, municipality_id, period_of(period)), map_of(work, municipality_id)
    nobody = left_out(work, municipality_id)
    return [
        row
        for tally, source in SOURCES.items()
        for row in figures(tally, without(source(work, span), nobody), here, list(CATEGORIES))
    ]
