"""Where and when is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlmodel import col

from b2b.core.db import Work
from b2b.insights.rules.facts import ELSEWHERE, Fact
from b2b.insights.rules.periods import Period
from b2b.municipalities.queries import places


@dataclass(frozen=True)
class Span:
    """One municipality in one period. `until` is where counting stops: now, when the period is not over."""

    municipality_id: int
    start: datetime
    end: datetime
    until: datetime
    codes: Mapping[int, str]

    def here(self, table: Any) -> ColumnElement[bool]:
        """Ask for rows of this municipality."""
        return col(table.municipality_id) == self.municipality_id

    def holds(self, moment: Any) -> ColumnElement[bool]:
        """Ask for moments in this period, and not in the future."""
        return and_(moment >= self.start, moment < self.until)

    def hood(self, neighbourhood_id: int) -> str:
        """Return the CBS code of a neighbourhood; one that is no longer on the map is elsewhere."""
        return self.codes.get(neighbourhood_id, ELSEWHERE)


def span_of(work: Work, municipality_id: int, period: Period) -> Span:
    """Return what to count for this period, as the map stands now."""
    hoods = places(work, municipality_id).hoods
    codes = {key: hood.code for key, hood in hoods.items()}
    return Span(municipality_id, period.start, period.end, min(period.end, work.now()), codes)


def hours(begin: datetime, end: datetime) -> float:
    """Return the hours between two moments; none when they are the wrong way round."""
    return max(0.0, (end - begin).total_seconds() / 3600)


def single(work: Work, span: Span, found: Any) -> list[Fact]:
    """Return a fact for each row of (neighbourhood, person)."""
    return [Fact(span.hood(hood), str(person)) for hood, person in work.execute(found)]
