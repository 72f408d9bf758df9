"""The second lock: on PostgreSQL a connection sees the rows of its own municipality only."""

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import ProgrammingError
from sqlmodel import select

from b2b.core.db import unit_of_work
from b2b.core.engines import connect
from b2b.core.reach import EVERYWHERE, NOWHERE, reach_of
from b2b.posts.models import Post

UTRECHT, EINDHOVEN = "GM0344", "GM0772"
CANARIES = ("members", "posts", "conversations", "messages", "districts", "neighbourhoods", "settings", "moves")


pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
"""Only PostgreSQL has this lock."""


@pytest.fixture
def towns(make, writing):
    """Two municipalities, each with people, a post, a conversation and history."""
    for hood, asks, answers in (("BU03440333", "Fatima", "Bram"), ("BU07721110", "Ans", "Cor")):
        at = make.neighbourhood(hood)
        post = make.post(make.member(asks, at=at), f"Kanarie van {asks}")
        make.conversation(post, make.member(answers, at=at))
    keys = [make.municipality(code).id for code in (UTRECHT, EINDHOVEN)]
    with writing() as work:
        for key in keys:
            work.execute(
                text(
                    "INSERT INTO moves (municipality_id, thing, thing_id, action, after, at)"
                    " VALUES (:key, 'post', 1, 'place', 'open', now())"
                ),
                {"key": key},
            )
            work.execute(text("INSERT INTO settings VALUES (:key, 'naam', '\"kanarie\"')"), {"key": key})
    return keys


def seen(database, reach, table, *, engine="read"):
    """Return whose rows of `table` a bare SELECT shows."""
    with unit_of_work(getattr(database, engine), reach=reach) as work:
        return set(work.execute(text(f"SELECT DISTINCT municipality_id FROM {table}")).scalars())


def test_the_tests_run_as_a_role_that_the_lock_binds(database):
    with database.read.connect() as connection:
        mine = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        assert connection.execute(text(mine)).scalar_one() is False


@pytest.mark.parametrize("engine", ["read", "write"])
@pytest.mark.parametrize("table", CANARIES)
def test_a_bare_select_shows_one_municipality(database, towns, table, engine):
    utrecht, eindhoven = towns
    assert seen(database, reach_of(utrecht), table, engine=engine) == {utrecht}
    assert seen(database, reach_of(eindhoven), table, engine=engine) == {eindhoven}
    assert seen(database, EVERYWHERE, table, engine=engine) == {utrecht, eindhoven}
    assert seen(database, NOWHERE, table, engine=engine) == set()


def test_a_connection_that_says_nothing_sees_nothing(database_url, towns):
    fresh = connect(database_url)
    with fresh.read.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM members")).scalar_one() == 0
    fresh.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO settings VALUES (:other, 'x', '1')",
        (
            "INSERT INTO moves (municipality_id, thing, thing_id, action, after, at)"
            " VALUES (:other, 'post', 1, 'place', 'open', now())"
        ),
        "UPDATE posts SET municipality_id = :other",
    ],
)
def test_no_row_is_written_for_another_municipality(database, towns, statement):
    utrecht, eindhoven = towns
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        unit_of_work(database.write, reach=reach_of(utrecht)) as work,
    ):
        work.execute(text(statement), {"other": eindhoven})


def test_what_lies_elsewhere_is_not_changed_or_deleted(database, towns):
    utrecht, eindhoven = towns
    with unit_of_work(database.write, reach=reach_of(utrecht)) as work:
        everything = {"other": eindhoven}
        assert (
            work.execute(text("UPDATE posts SET title = '' WHERE municipality_id = :other"), everything).rowcount == 0
        )
        assert work.execute(text("DELETE FROM messages WHERE municipality_id = :other"), everything).rowcount == 0


def test_a_page_narrows_half_way_and_leaves_nothing_behind(database, towns):
    """The host is looked up first; one pooled connection then serves another municipality, or the worker."""
    utrecht, eindhoven = towns
    count = text("SELECT DISTINCT municipality_id FROM posts")
    for engine in (database.read, database.write):
        for key, ends_well in ((utrecht, True), (eindhoven, False), (utrecht, True)):
            with unit_of_work(engine) as work:
                assert set(work.execute(count).scalars()) == {utrecht, eindhoven}
                work.narrow(key)
                assert set(work.execute(count).scalars()) == {key}
                if not ends_well:
                    work.rollback()
                    assert set(work.execute(count).scalars()) == {key}
            with unit_of_work(engine) as work:
                assert set(work.execute(count).scalars()) == {utrecht, eindhoven}


def test_saying_it_again_costs_no_round_trip(database, towns, monkeypatch):
    import psycopg

    said = []
    plain = psycopg.Connection.execute
    monkeypatch.setattr(
        psycopg.Connection, "execute", lambda *call, **more: said.append(call[1]) or plain(*call, **more)
    )
    for _ in range(3):
        seen(database, reach_of(towns[0]), "posts")
    assert len([statement for statement in said if "set_config" in str(statement)]) <= 1


def test_every_table_of_a_municipality_is_locked(database):
    """A later migration says `SELECT b2b_protect('table')`, see 0018."""
    tables = inspect(database.read)
    tenant = {t for t in tables.get_table_names() if "municipality_id" in {c["name"] for c in tables.get_columns(t)}}
    with database.read.connect() as connection:
        locked = connection.execute(
            text(
                "SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid"
                " WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polname = 'municipality'"
            )
        ).scalars()
        assert set(locked) == tenant
    assert len(tenant) > 20


class TestPages:
    """The site of each municipality, in one process, on the same few connections."""

    @pytest.fixture
    def hosts(self, writing, make, towns):
        from b2b.municipalities import service

        with writing() as work:
            service.show_at(work, make.municipality(EINDHOVEN), "eindhoven.localhost")
        return "localhost", "eindhoven.localhost"

    @pytest.fixture
    def settings(self, settings):
        from dataclasses import replace

        return replace(settings, trusted_hosts=("localhost", "eindhoven.localhost"))

    def test_each_host_shows_its_own(self, browser, hosts, make):
        for _ in range(2):
            for host, slug, own, other in (
                (hosts[0], make.neighbourhood().slug, "Fatima", "Ans"),
                (hosts[1], make.neighbourhood("BU07721110").slug, "Ans", "Fatima"),
            ):
                page = browser().get(f"/buurten/{slug}", base_url=f"http://{host}")
                assert f"Kanarie van {own}" in page.text
                assert f"Kanarie van {other}" not in page.text

    def test_a_session_of_elsewhere_is_no_session_here(self, app, browser, hosts, make, writing):
        from b2b.accounts.queries import by_email

        with writing() as work:
            ans = by_email(work, make.municipality(EINDHOVEN).id, "ans@voorbeeld.nl")
        visitor = browser(ans)
        assert visitor.get("/mijn", base_url=f"http://{hosts[0]}").status_code in (302, 303)

    def test_a_query_that_forgets_the_municipality_still_shows_one(self, app, towns, hosts):
        """The first lock is left open on purpose."""
        from flask import g

        from b2b.web.guard import public

        @public
        def everything():
            return ",".join(map(str, g.work.execute(text("SELECT DISTINCT municipality_id FROM posts")).scalars()))

        app.add_url_rule("/alles", "test.everything", everything)
        client = app.test_client()
        assert [client.get("/alles", base_url=f"http://{host}").text for host in hosts] == [str(key) for key in towns]
        assert [client.get("/alles", base_url=f"http://{host}").text for host in hosts] == [str(key) for key in towns]


def test_jobs_and_chores_reach_every_municipality(fresh_worker, towns, database, app, listen):
    asked = []
    listen(database.write, "before_cursor_execute", lambda *call: asked.append(call[2]))
    fresh_worker.run_until_quiet()
    with app.reading() as work:
        assert set(work.execute(text("SELECT DISTINCT municipality_id FROM posts")).scalars()) == set(towns)
    assert asked


def test_a_role_that_no_lock_binds_is_named_at_the_start(database_url, postgres, settings, capsys):
    from dataclasses import replace

    from sqlalchemy.engine import make_url

    from b2b.cli.installation import Installation
    from b2b.cli.preparing import warn_of_mighty_role

    mighty = postgres.address(make_url(database_url).database, role=None)
    for url, words in ((database_url, ""), (mighty, "een rol van PostgreSQL die alles mag")):
        installation = Installation(settings=replace(settings, database_url=url))
        warn_of_mighty_role(installation)
        installation.close()
        said = capsys.readouterr().err
        assert words in said if words else said == ""


@pytest.mark.parametrize("engine", ["read", "write"])
def test_work_that_asks_elsewhere_sees_one_municipality_at_a_time_and_comes_back(database, towns, engine):
    utrecht, eindhoven = towns
    whose = text("SELECT DISTINCT municipality_id FROM posts")
    with unit_of_work(getattr(database, engine), reach=reach_of(utrecht)) as work:
        with work.within(eindhoven):
            assert set(work.execute(whose).scalars()) == {eindhoven}
        assert set(work.execute(whose).scalars()) == {utrecht}
        with pytest.raises(LookupError), work.within(eindhoven):
            raise LookupError
        assert set(work.execute(whose).scalars()) == {utrecht}


def test_what_was_changed_before_asking_elsewhere_is_written_at_home(database, towns):
    utrecht, eindhoven = towns
    with unit_of_work(database.write, reach=reach_of(utrecht)) as work:
        work.exec(select(Post)).one().title = "Veranderd"
        with work.within(eindhoven):
            assert work.exec(select(Post)).one().title == "Kanarie van Ans"
    with unit_of_work(database.read, reach=reach_of(utrecht)) as work:
        assert work.exec(select(Post)).one().title == "Veranderd"
