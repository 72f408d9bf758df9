"""`b2b terms` and `b2b golive`: what an administrator does in the pages, on the command line."""

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b
from b2b.consent import queries
from b2b.core.db import unit_of_work
from b2b.municipalities.queries import is_open


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def run(database_url, monkeypatch):
    """Run a command on the database of the test; return what it said."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")

    def command(*words, fails=False):
        ended = CliRunner().invoke(b2b, ["--database-url", database_url, *words])
        assert (ended.exit_code != 0) is fails, ended.output
        return f"{ended.output}{ended.exception or ''}"

    return command


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "regels.txt"
    path.write_text("Onze regels\n\nWees lief.\n", encoding="utf-8")
    return path


def test_a_new_version_is_written_from_a_file_and_its_changes_are_shown(run, paper, town, database):
    assert "Versie 2 van spelregels geldt vanaf" in run(
        "terms", "write", "spelregels", str(paper), "--changed", "Korter."
    )
    assert "+ Wees lief." in run("terms", "changes", "spelregels")
    assert "spelregels: versie 2, van de gemeente" in run("terms", "list")
    with unit_of_work(database.read) as work:  # commands go by the real clock
        assert queries.in_force(work, town.id, "spelregels").effective_from <= work.now()


def test_texts_of_the_program_are_kept_once(run):
    assert run("terms", "renew") == "Nieuwe versies: 30.\n"
    assert run("terms", "renew") == "Nieuwe versies: 0.\n"


def test_a_municipality_closes_and_opens_only_when_ready(run, town, writing):
    assert "De gemeente is open." in run("golive", "list")
    run("golive", "close")
    with writing() as work:
        assert not is_open(work, town.id)
    assert "[ ] dpia: DPIA ondertekend" in run("golive", "list")
    assert "dpia is getekend." in run("golive", "sign", "dpia", "--by", "Jan", "--on", "2026-11-02")
    assert "[x] dpia: DPIA ondertekend  (Jan, 2026-11-02)" in run("golive", "list")
    assert "kies uit: dpia" in run("golive", "sign", "moderators", "--by", "Jan", "--on", "2026-11-02", fails=True)
    assert "De lijst is nog niet klaar." in run("golive", "open", fails=True)
