"""What the municipality accounts for in a year is what the months of the figures are together."""

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import select

from b2b.insights.queries import judged
from b2b.insights.queries.span import span_of
from b2b.insights.rules.periods import period_of
from b2b.moderation.models import Notice
from b2b.moderation.queries.figures import figures
from b2b.moderation.rules.statements import RESTRICTIONS


def test_the_year_of_moderation_is_the_sum_of_its_months(city, writing, clock):
    months = [period_of(f"2026-{number:02}") for number in range(1, 13)]
    clock.moment = months[-1].end
    edges = (months[0].start, months[-1].end - timedelta(seconds=1), months[-1].end)
    with writing() as work:
        rows = work.exec(select(Notice).order_by(Notice.id).limit(3)).all()
        for row, moment in zip(rows, edges, strict=True):
            row.created_at = moment
    with writing() as work:
        year = figures(work, city, months[0].start, months[-1].end)
        spans = [span_of(work, city, month) for month in months]
        notices, restrictions, objections = (
            sum(len(count(work, span)) for span in spans)
            for count in (judged.notices, judged.restrictions, judged.objections)
        )
        every = work.exec(select(func.count(Notice.id))).one()
    assert len(year.notices) == notices == every - 1
    assert sum(one.kind in RESTRICTIONS for one in year.decisions) == restrictions > 20
    assert sum(one.decided_at is not None for one in year.complaints) == objections > 5
