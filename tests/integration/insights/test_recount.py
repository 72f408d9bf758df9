"""Every number that is told is counted again, by plain SQL that shares nothing with how it was made."""

from datetime import date, timedelta
from statistics import median

from sqlalchemy import bindparam, text
from sqlmodel import select

from b2b.insights import service
from b2b.insights.models import Figure
from b2b.insights.quarterly import quarterly
from b2b.insights.queries import Audience, lines, series, table
from b2b.insights.queries.areas import codes_of
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.periods import period_of
from b2b.insights.rules.quarters import quarter_of
from b2b.insights.rules.shapes import Bound, Kind, Level
from b2b.insights.rules.tallies import TALLIES
from b2b.insights.rules.telling import HIDDEN, dutch_number, told
from b2b.posts.models import Post

MOMENT = Post.__table__.c.created_at.type
HELP = "c.post_id = p.id AND c.response IN ('yes', 'partly')"
FIRST_ANSWER = f"(SELECT min(c.created_at) FROM conversations c WHERE {HELP})"
FIRST_MEETING = (
    "(SELECT min(m.at) FROM moves m JOIN agreements a ON a.id = m.thing_id "
    "WHERE m.thing = 'agreement' AND m.action = 'accept' AND a.post_id = p.id)"
)
ANSWERED = f"EXISTS (SELECT 1 FROM conversations c WHERE {HELP} AND c.created_at BETWEEN r.begun_at AND r.due_at)"
STOOD = "a.state IN ('agreed', 'done', 'untold') AND a.starts_at >= :start AND a.starts_at < :end"
FIRST = (
    "NOT EXISTS (SELECT 1 FROM agreements b WHERE b.{who} = a.{who} AND b.state IN ('agreed', 'done', 'untold') "
    "AND b.starts_at >= :start AND (b.starts_at < a.starts_at OR (b.starts_at = a.starts_at AND b.id < a.id)))"
)
OUTCOMES = "outcomes o JOIN agreements x ON x.id = o.agreement_id"
SAID = "o.at >= :start AND o.at < :end"
BY_ASKER = f"{SAID} AND o.member_id = x.asker_id"
REQUEST = "p.kind = 'request'"

SQL = {
    "requests": (
        "posts p",
        f"{REQUEST} AND p.published_at >= :start AND p.published_at < :end",
        "p.neighbourhood_id",
    ),
    "answers": (
        "posts p JOIN promises r ON r.post_id = p.id",
        (
            f"{REQUEST} AND r.due_at >= :start AND r.due_at < :end "
            f"AND ({ANSWERED} OR r.stopped_at IS NULL OR r.stopped_at >= r.due_at)"
        ),
        "p.neighbourhood_id",
    ),
    "first_answer": (
        "posts p",
        f"{REQUEST} AND {FIRST_ANSWER} >= :start AND {FIRST_ANSWER} < :end",
        "p.neighbourhood_id",
    ),
    "first_agreement": (
        "posts p",
        f"{REQUEST} AND {FIRST_MEETING} >= :start AND {FIRST_MEETING} < :end",
        "p.neighbourhood_id",
    ),
    "unmet": (
        "posts p",
        (
            f"{REQUEST} AND p.published_at >= :start14 AND p.published_at < :end14 AND NOT EXISTS (SELECT 1 FROM moves m "
            "WHERE m.thing = 'post' AND m.thing_id = p.id AND m.action IN ('match', 'fulfil', 'withdraw', 'hide') "
            "AND {hours:m.at,p.published_at} <= 336)"
        ),
        "p.neighbourhood_id",
    ),
    "handed_over": ("handoffs h", "h.created_at >= :start AND h.created_at < :end", "h.neighbourhood_id"),
    "handed_back": (
        "handoffs h",
        "h.closed_at >= :start AND h.closed_at < :end AND h.state IN ('done', 'returned')",
        "h.neighbourhood_id",
    ),
    "outcomes": (OUTCOMES, BY_ASKER, "x.neighbourhood_id"),
    "worth": (OUTCOMES, f"{SAID} AND o.worth IS NOT NULL", "x.neighbourhood_id"),
    "otherwise": (OUTCOMES, f"{BY_ASKER} AND o.otherwise IS NOT NULL", "x.neighbourhood_id"),
    "helpers": ("agreements a", f"{STOOD} AND {FIRST.format(who='helper_id')}", "a.neighbourhood_id"),
    "newcomers": (
        "agreements a JOIN members m ON m.id = a.asker_id",
        f"{STOOD} AND {FIRST.format(who='asker_id')} AND {{hours:a.starts_at,m.created_at}} < 2160",
        "a.neighbourhood_id",
    ),
    "notices": (
        "notices t JOIN review_items i ON i.id = t.review_item_id",
        "t.created_at >= :start AND t.created_at < :end",
        "i.neighbourhood_id",
    ),
    "restrictions": (
        "decisions e JOIN review_items i ON i.id = e.review_item_id",
        (
            "e.at >= :start AND e.at < :end "
            "AND e.kind IN ('refuse', 'hide', 'warn', 'hold', 'suspend_7', 'suspend_30', 'end')"
        ),
        "i.neighbourhood_id",
    ),
    "objections": ("complaints k", "k.decided_at >= :start AND k.decided_at < :end", "k.neighbourhood_id"),
    "members": ("members m", "m.state = 'active' AND m.created_at < :end", "m.neighbourhood_id"),
}
PART = {
    "quiet_requests": "p.quiet",
    "answered": ANSWERED,
    "handover_helped": "h.helped IN ('yes', 'partly')",
    "fulfilled": "o.happened = 'yes' AND (o.helped = 'yes' OR o.helped IS NULL)",
    "partly": "o.happened = 'yes' AND o.helped = 'partly'",
    "no_show": "o.happened = 'nobody_came'",
    "worth_much": "o.worth = 'much'",
    "otherwise_municipality": "o.otherwise = 'municipality'",
    "otherwise_family": "o.otherwise = 'family'",
    "otherwise_nobody": "o.otherwise = 'nobody'",
    "reversed": "k.outcome IN ('partly', 'reversed')",
    "busy_helpers": "(SELECT count(*) FROM agreements b WHERE b.helper_id = a.helper_id "
    "AND b.state IN ('agreed', 'done', 'untold') AND b.starts_at >= :start AND b.starts_at < :end) > 4",
}
INHABITANTS = {
    "BU": "SELECT n.population FROM neighbourhoods n WHERE n.code = :area",
    "WK": "SELECT d.population FROM districts d WHERE d.code = :area",
    "GM": (
        "SELECT sum(d.population) FROM districts d JOIN municipalities u ON u.id = d.municipality_id "
        "WHERE u.code = :area"
    ),
}


class Recount:
    """Counts one figure again."""

    def __init__(self, work, here, period):
        self.work, self.here = work, here
        span = period_of(period)
        now = work.now()
        two_weeks = timedelta(days=14)
        self.moments = {"start": span.start, "end": min(span.end, now)}
        self.moments |= {"start14": span.start - two_weeks, "end14": min(span.end, now) - two_weeks}

    def _sql(self, what, figure, part):
        source, when, hood = SQL[MEASURES[figure.measure].tally]
        rest = f" AND ({part})" if part else ""
        kind = " AND p.category = :category" if figure.category else ""
        sql = (
            f"SELECT {what} FROM {source} JOIN neighbourhoods n ON n.id = {hood} JOIN districts d ON d.id = n.district_id "
            f"WHERE n.municipality_id = :here AND :area IN (n.code, d.code, 'GM0344') AND {when}{rest}{kind}"
        )
        return self._spelled(sql)

    def _spelled(self, sql):
        while "{hours:" in sql:
            head, _, tail = sql.partition("{hours:")
            pair, _, tail = tail.partition("}")
            later, _, sooner = pair.rpartition(",")
            in_sqlite = f"((julianday({later}) - julianday({sooner})) * 24)"
            in_postgresql = f"(EXTRACT(EPOCH FROM {later} - {sooner}) / 3600)"
            sql = head + (in_sqlite if self.work.dialect == "sqlite" else in_postgresql) + tail
        return sql

    def ask(self, what, figure, part=""):
        """Return the rows of one question."""
        sql = self._sql(what, figure, part)
        given = {key: value for key, value in self.moments.items() if f":{key}" in sql.replace(f":{key}14", "")}
        given |= {"here": self.here, "area": figure.area}
        given |= {"category": figure.category} if figure.category else {}
        typed = [bindparam(key, type_=MOMENT) for key in given if key in self.moments]
        return self.work.execute(text(sql).bindparams(*typed), given).all()

    def check(self, figure):
        """Hold a figure against what plain SQL says."""
        measure = MEASURES[figure.measure]
        part = PART.get(figure.measure, "")
        assert bool(part) == bool(measure.part), figure.measure
        ((number,),) = self.ask("count(*)", figure, part)
        if measure.kind is Kind.SHARE:
            ((whole,),) = self.ask("count(*)", figure)
            assert figure.denominator == whole
            if figure.bound:
                assert (number / whole > figure.value) is (figure.bound is Bound.MORE_THAN)
                assert min(number, whole - number) < TALLIES[measure.tally].least
                return
        if measure.kind is Kind.MEDIAN:
            until = FIRST_ANSWER if figure.measure == "first_answer" else FIRST_MEETING
            hours = [float(row[0]) for row in self.ask(f"{{hours:{until},p.published_at}}", figure)]
            assert abs(figure.value - median(hours)) < 0.001 and figure.denominator == len(hours)
            return
        if measure.kind is Kind.RATE:
            assert figure.denominator == self.work.scalar(text(INHABITANTS[figure.area[:2]]), {"area": figure.area})
        assert figure.numerator == number, (figure.measure, figure.area, figure.category)


def test_every_number_that_is_told_is_the_number_that_plain_sql_counts(city, writing):
    with writing() as work:
        service.replay(work, city, "2026-10")
        work.flush()  # PostgreSQL plans by what it knows of the rows
        if work.dialect == "postgresql":
            work.execute(text("ANALYZE"))
    with writing() as work:
        figures = list(work.exec(select(Figure).order_by(Figure.id)))
        for figure in figures:
            Recount(work, city, figure.period).check(figure)
    counted = {figure.measure for figure in figures if figure.period == "2026-10"}
    assert counted == set(MEASURES)


def test_a_report_of_a_quarter_says_what_plain_sql_counts_in_its_months(city, writing, clock):
    clock.advance(days=47)  # the ninth of January: the last quarter was told
    quarter = quarter_of("2026-4")
    codes = [month.code for month in quarter.months]
    with writing() as work:
        for code in codes:
            service.replay(work, city, code)
    with writing() as work:
        whole = lines(work, city, list(MEASURES), codes, audience=Audience.STAFF)
        wijken = lines(
            work, city, ["requests"], codes, areas=codes_of(work, city, Level.DISTRICT), audience=Audience.STAFF
        )
        paper = quarterly(quarter, "Utrecht", codes, whole, {"requests": wijken}, (date(2027, 1, 9), ""))
        said = {
            (sheet.caption, row[0]): row[1:] for part in paper.parts for sheet in part.sheets for row in sheet.rows
        }
        stored = {
            (row.measure, row.area, row.period): row for row in work.exec(select(Figure).where(Figure.category == ""))
        }
        checked = set()
        for line in (*whole, *wijken):
            for figure, words in zip(line.figures, said[_place(said, line)], strict=True):
                row = stored.get((line.measure.code, line.area, figure.period))
                if row is None:
                    assert words == HIDDEN.dutch
                    continue
                Recount(work, city, figure.period).check(row)
                assert words == told(line.measure.kind, figure).dutch
                if line.measure.kind is Kind.COUNT:
                    assert words == dutch_number(row.numerator)
                checked.add((line.measure.code, figure.period))
    assert set(MEASURES) - {code for code, _ in checked} <= {"partly"}  # too few of them in these months
    assert {"2026-10", "2026-11"} <= {period for _, period in checked}


def _place(said, line):
    """Return where a line stands in the report: under its own name, or under that of its wijk."""
    name = line.measure.name if line.area == "GM0344" else line.area_name
    return next(place for place in said if place[1] == name and "Uitleg" not in place[0])


def test_what_an_audience_reads_is_what_was_counted(city, writing):
    with writing() as work:
        service.replay(work, city, "2026-10")
        rows = {
            (row.measure, row.area, row.category): row
            for row in work.exec(select(Figure).where(Figure.period == "2026-10"))
        }
        for code, measure in MEASURES.items():
            (whole,) = series(work, city, code, periods=["2026-10"], audience=Audience.STAFF)
            row = rows.get((code, "GM0344", ""))
            assert whole.hidden is (row is None)
            if measure.kind is Kind.COUNT and row:
                assert whole.value == row.numerator
        wijken = table(work, city, "requests", "2026-10", audience=Audience.STAFF)
        assert {row.area: row.value for row in wijken if not row.hidden} == {
            area: row.numerator for (code, area, _), row in rows.items() if code == "requests" and area[:2] == "WK"
        }


def test_counting_twice_gives_the_same_and_a_month_that_was_told_never_changes(city, writing, make):
    def rows(work):
        found = work.exec(
            select(Figure).where(Figure.period == "2026-10").order_by(Figure.measure, Figure.area, Figure.category)
        )
        return [(row.measure, row.area, row.category, row.numerator, row.denominator, row.value) for row in found]

    with writing() as work:
        service.replay(work, city, "2026-11")
        first = service.replay(work, city, "2026-11")
        assert first == service.replay(work, city, "2026-11") > 0
        assert service.replay(work, city, "2026-10") == len(rows(work)) > 0
        before = rows(work)
    with writing() as work:
        work.execute(text("DELETE FROM outcomes"))
        assert service.replay(work, city, "2026-10") == 0
        assert rows(work) == before


def test_the_night_counts_what_still_changes_and_drops_old_weeks(city, worker, clock, writing):
    clock.advance(days=8)  # beyond the second hour of a new month, not a week after the last
    worker.run_until_quiet()
    with writing() as work:
        states = dict(work.execute(text("SELECT period, frozen_at IS NOT NULL FROM figure_periods")).all())
    assert {code: bool(frozen) for code, frozen in states.items()} == {
        "2026-10": True,
        "2026-11": False,
        "2026-12": False,
        "2026-W48": False,
        "2026-W49": False,
    }
    clock.advance(days=70)
    with writing() as work:
        assert service.forget_weeks(work) == 4  # two municipalities
        assert not list(work.exec(select(Figure).where(Figure.period == "2026-W48")))
