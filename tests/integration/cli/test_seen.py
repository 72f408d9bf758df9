"""`b2b seen`: who saw this, between two days, as a table; the question is logged too."""

from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.cli.main import b2b
from b2b.core.audit import AuditEntry
from b2b.moderation import queries, service
from tests.moderating import reported


@pytest.fixture
def command(database_url, monkeypatch):
    """Run `b2b seen …` on the database of the test."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")
    return lambda *words: CliRunner().invoke(b2b, ["--database-url", database_url, "seen", *words])


def test_it_answers_who_and_when_and_writes_the_question_down(command, make, writing, clock):
    mo, post = make.staff(Role.MODERATOR, "Mo"), make.post(make.member("Ans"))
    item = reported(writing, post)
    with writing() as work:
        work.actor_id = mo.id
        service.note_seen(work, queries.item(work, item.id))
    days = ("--from", f"{clock():%Y-%m-%d}", "--to", f"{clock() + timedelta(days=1):%Y-%m-%d}")
    told = command(post.reference, *days)
    assert told.exit_code == 0, told.output
    line = next(line for line in told.output.splitlines() if "opende de zaak" in line)
    assert line.split(",")[1:] == ["Mo", mo.reference, "opende de zaak", item.reference]
    with writing() as work:
        asked = work.exec(select(AuditEntry).where(AuditEntry.action == "seen.asked")).one()
    assert (asked.thing, asked.thing_id) == ("post", post.id)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    assert command("V-0000-0000", "--from", today, "--to", today).exit_code == 1
