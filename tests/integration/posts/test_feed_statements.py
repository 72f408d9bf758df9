"""The feed's statements: no row lost or doubled while pages turn, and no more work when there is more."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, text, update

from b2b.core.ids import new_reference
from b2b.posts import queries
from b2b.posts.models import Post
from b2b.posts.rules import LIFE, PAGE_SIZE, PostKind, PostState


def rows(author, number, now, *, spread=1.0, hoods=None, start=0):
    """Return rows of open posts; `spread` seconds between two, 0 for all at one moment."""
    places = hoods or [author.neighbourhood_id]
    return [
        {
            "reference": new_reference("V"),
            "municipality_id": author.municipality_id,
            "neighbourhood_id": places[i % len(places)],
            "author_id": author.id,
            "kind": PostKind.REQUEST if i % 3 else PostKind.OFFER,
            "category": "tuin" if i % 2 else "koken",
            "also": "" if i % 2 or i % 3 else "|tuin:onkruid|",
            "task": "",
            "title": f"Bericht {start + i}",
            "body": "Kort.",
            "when_words": "",
            "where_words": "",
            "for_somebody_else": False,
            "state": PostState.OPEN,
            "version": 1,
            "created_at": now,
            "updated_at": now,
            "published_at": now - timedelta(seconds=spread * (start + i)),
            "expires_at": now + LIFE,
        }
        for i in range(number)
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    turns=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=0, max_size=6),
    spread=st.sampled_from([0.0, 1.0]),
    places=st.integers(1, 3),
)
def test_turning_pages_loses_and_doubles_nothing_while_posts_come_and_go(make, database, turns, spread, places):
    """Between two pages some posts are placed on top and some are closed; those that stayed are seen once."""
    author = make.member("Kees", email=f"{new_reference('B')}@voorbeeld.nl")
    with make.writing() as work:
        hoods = [author.neighbourhood_id, *_others(work, author, places - 1)]
        work.connection().execute(delete(Post))
        work.connection().execute(Post.__table__.insert(), rows(author, 90, work.now(), spread=spread, hoods=hoods))
        stayed = set(work.connection().execute(text("SELECT id FROM posts")).scalars())
    seen, cursor, plan = [], None, list(turns)
    while True:
        with make.writing() as work:
            page = queries.feed(work, hoods, after=cursor)
            seen += [row.id for row in page.rows]
            cursor = page.older
            if cursor is None:
                break
            placed, closed = plan.pop() if plan else (0, 0)
            if placed:
                fresh = rows(author, placed, work.now() + timedelta(seconds=1), hoods=hoods)
                work.connection().execute(Post.__table__.insert(), fresh)
            gone = sorted(stayed)[-closed:] if closed else []
            stayed -= set(gone)
            closing = update(Post).where(Post.id.in_(gone)).values(state=PostState.WITHDRAWN)
            work.connection().execute(closing)
    assert len(seen) == len(set(seen))
    assert stayed <= set(seen)


def test_going_back_shows_the_same_pages(make):
    author = make.member("Kees")
    with make.writing() as work:
        work.connection().execute(Post.__table__.insert(), rows(author, 3 * PAGE_SIZE - 5, work.now(), spread=0))
        here = [author.neighbourhood_id]
        first = queries.feed(work, here)
        second = queries.feed(work, here, after=first.older)
        third = queries.feed(work, here, after=second.older)
        assert third.older is None
        assert queries.feed(work, here, before=third.newer).rows == second.rows
        again = queries.feed(work, here, before=second.newer)
        assert (again.rows, again.newer) == (first.rows, None)


def test_blocked_people_do_not_shorten_a_page(make):
    kees, ans = make.member("Kees"), make.member("Ans")
    with make.writing() as work:
        work.connection().execute(Post.__table__.insert(), rows(kees, 30, work.now()))
        work.connection().execute(Post.__table__.insert(), rows(ans, 30, work.now(), start=30))
        page = queries.feed(work, [kees.neighbourhood_id], blocked=frozenset({kees.id}))
    assert len(page.rows) == PAGE_SIZE
    assert {row.first_name for row in page.rows} == {"Ans"}


def sent(database, ask):
    """Return the statement and parameters that `ask` sends to the database."""
    seen = []

    def note(_connection, _cursor, statement, parameters, *_rest):
        seen.append((statement, parameters))

    event.listen(database.write, "before_cursor_execute", note)
    ask()
    event.remove(database.write, "before_cursor_execute", note)
    return seen[-1]


@pytest.mark.parametrize("narrow", [{}, {"kind": PostKind.REQUEST}, {"kind": PostKind.REQUEST, "category": "tuin"}])
def test_a_neighbourhood_is_read_from_its_index_and_never_sorted(make, database, narrow):
    author = make.member("Kees")
    with make.writing() as work:
        work.connection().execute(Post.__table__.insert(), rows(author, 3000, work.now()))
        work.connection().exec_driver_sql("ANALYZE")
        statement, bound = sent(database, lambda: queries.feed(work, [author.neighbourhood_id], **narrow))
        how = "EXPLAIN" if work.dialect == "postgresql" else "EXPLAIN QUERY PLAN"
        found = work.connection().exec_driver_sql(f"{how} {statement}", bound).all()
    plan = "\n".join(str(row[-1]) for row in found)
    assert "ix__posts__feed" in plan, plan
    assert "TEMP B-TREE" not in plan, plan
    assert "Sort" not in plan, plan


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("narrow", [{}, {"kind": PostKind.REQUEST}, {"proven": True}])
def test_sqlite_reads_the_index_of_each_neighbourhood_though_it_never_counted(make, database, narrow):
    author = make.member("Kees")
    with make.writing() as work:
        hoods = [author.neighbourhood_id, *_others(work, author, 6)]
        work.connection().execute(Post.__table__.insert(), rows(author, 300, work.now(), hoods=hoods))
        statement, bound = sent(database, lambda: queries.feed(work, hoods, **narrow))
        found = work.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", bound).all()
    plan = "\n".join(str(row[-1]) for row in found)
    assert "USING INDEX ix__posts__feed" in plan, plan


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("proven", [False, True])
@pytest.mark.parametrize("ask", [queries.pulse, queries.feed])
def test_sqlite_asks_one_neighbourhood_though_it_never_counted(make, database, ask, proven):
    author = make.member("Kees")
    more = {"around": [], "member_id": author.id} if ask is queries.pulse else {}
    here = author.neighbourhood_id if ask is queries.pulse else [author.neighbourhood_id]
    with make.writing() as work:
        statement, bound = sent(database, lambda: ask(work, here, proven=proven, **more))
        found = work.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", bound).all()
    plan = [str(row[-1]) for row in found if "posts" in str(row[-1])]
    assert plan and all(
        "posts__feed (neighbourhood_id=?" in line or "INTEGER PRIMARY KEY" in line for line in plan
    ), plan


def test_eight_times_as_many_posts_cost_a_page_no_more_steps(make, database):
    """Counted, not timed: steps of SQLite's machine, or blocks that PostgreSQL touches."""
    author = make.member("Kees")
    with make.writing() as work:
        hoods = [author.neighbourhood_id, *_others(work, author, 6)]
        work.connection().execute(Post.__table__.insert(), rows(author, 1000, work.now(), hoods=hoods))
        costs = []
        for doublings in (3, 3):
            for _ in range(doublings):
                _double(work)
            work.connection().exec_driver_sql("ANALYZE")
            costs.append(_cost(work, database, hoods))
    assert costs[1] <= 2 * costs[0], costs


def _double(work):
    """Copy every post: quicker than sending thousands."""
    columns = [c.name for c in Post.__table__.columns if c.name not in ("id", "reference")]
    names, turn = ", ".join(columns), new_reference("T")[2:6]
    copy = f"INSERT INTO posts (reference, {names}) SELECT '{turn}' || id, {names} FROM posts"
    work.connection().exec_driver_sql(copy)


def _cost(work, database, hoods):
    if work.dialect == "postgresql":
        statement, bound = sent(database, lambda: queries.feed(work, hoods))
        explain = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {statement}"
        plan = [str(row[0]) for row in work.connection().exec_driver_sql(explain, bound)]
        touched = next(line for line in plan if "Buffers: shared" in line)
        return sum(int(part.split("=")[1]) for part in touched.split() if "=" in part)
    steps = []
    raw = work.connection().connection.driver_connection
    raw.set_progress_handler(lambda: steps.append(1), 10)
    queries.feed(work, hoods)
    raw.set_progress_handler(None, 0)
    return len(steps)


def _others(work, author, number):
    found = work.connection().execute(
        text("SELECT id FROM neighbourhoods WHERE municipality_id = :town AND id <> :own ORDER BY id LIMIT :number"),
        {"town": author.municipality_id, "own": author.neighbourhood_id, "number": number},
    )
    return list(found.scalars())
