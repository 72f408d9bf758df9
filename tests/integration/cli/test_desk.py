"""`b2b desk`: the operator says yes for each municipality by itself, and ends it for both."""

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b
from b2b.handoff import queries


@pytest.fixture
def command(database_url, monkeypatch):
    """Run `b2b desk …` on the database of the test."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")
    return lambda *words: CliRunner().invoke(b2b, ["--database-url", database_url, "desk", *words])


UTRECHT, EINDHOVEN = ("--municipality", "GM0344"), ("--municipality", "GM0772")


def test_one_yes_is_not_enough_and_ending_takes_both_away(command, make, writing):
    assert "wacht op hun ja" in command("agree", *UTRECHT, "--with", "GM0772").output
    assert "wacht op jullie ja" in command("list", *EINDHOVEN).output
    assert "één loket" in command("agree", *EINDHOVEN, "--with", "GM0344").output
    with writing() as work:
        assert [one.name for one in queries.partners(work, make.municipality().id)] == ["Eindhoven"]
    assert "Gestopt" in command("end", *EINDHOVEN, "--with", "GM0344").output
    assert "niet gedeeld" in command("list", *UTRECHT).output
    with writing() as work:
        assert queries.partners(work, make.municipality().id) == ()


def test_a_municipality_shares_with_another_one_that_is_there(command):
    assert "andere gemeente" in str(command("agree", *UTRECHT, "--with", "GM0344").exception)
    assert command("agree", *UTRECHT, "--with", "GM9999").exit_code == 2
