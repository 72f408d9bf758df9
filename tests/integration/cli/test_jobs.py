"""The operator's commands on the outbox."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b
from b2b.jobs import service
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from tests.conftest import SECRET


@pytest.fixture
def command(database_url, tmp_path, monkeypatch):
    """Run `b2b …` on this test's database; returns (exit code, what it said)."""
    monkeypatch.setenv("B2B_SECRET_KEY", SECRET)
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        ended = CliRunner().invoke(b2b, ["--database-url", database_url, *arguments])
        return ended.exit_code, ended.output

    return run


@pytest.fixture
def dead(writing):
    with writing() as work:
        moment = work.now()
        job = Job(
            kind="mail:send",
            payload={},
            state=JobState.DEAD,
            run_at=moment,
            created_at=moment,
            finished_at=moment,
            attempts=8,
            last_error="De mailserver antwoordt niet.",
        )
        work.add(job)
    return job.id


def test_an_empty_outbox_says_so(command):
    assert command("jobs", "list") == (0, "Er is niets.\n")


def test_the_list_shows_what_died_and_why(command, dead):
    code, said = command("jobs", "list", "--dead")
    assert code == 0
    assert "mislukt" in said
    assert "De mailserver antwoordt niet." in said
    assert "1 mislukt" in said


def test_one_job_or_all_can_be_tried_again(command, dead, writing):
    assert command("jobs", "retry", str(dead)) == (0, "1 opnieuw te proberen.\n")
    with writing() as work:
        assert work.get(Job, dead).state is JobState.READY
    code, said = command("jobs", "retry", "--all")
    assert code == 1
    assert "Er is niets mislukt" in said


@pytest.mark.parametrize("arguments", [[], ["3", "--all"], ["x"], ["0"]])
def test_a_wrong_question_is_refused(arguments, command):
    assert command("jobs", "retry", *arguments)[0] == 2


def test_work_once_does_what_is_due(command, writing):
    with writing() as work:
        service.enqueue(work, "nobody:knows", {}, run_at=datetime(2026, 1, 1, tzinfo=UTC))
    code, said = command("jobs", "work", "--once")
    assert code == 0
    assert "taken gedaan" in said
    with writing() as work:
        assert work.get(Job, 1).state is JobState.DEAD
