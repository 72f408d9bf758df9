"""`b2b settings`: a municipality chooses, and what cannot be is refused with a sentence."""

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b


@pytest.fixture
def command(database_url, monkeypatch):
    """Run `b2b settings …` on the database of the test."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")
    return lambda *words: CliRunner().invoke(b2b, ["--database-url", database_url, "settings", *words])


def test_the_coordinator_gets_the_name_of_the_municipality(command, browser, make):
    chosen = command("choose", "coordinator", "wijkregisseur")
    assert chosen.exit_code == 0, chosen.output
    assert '"wijkregisseur"' in command("list").output
    assert "wijkregisseur" in browser(make.member()).get("/hulp-van-de-gemeente").text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("moderation.due_hours", "snel"),
        ("moderation.due_hours", "0"),
        ("name", ""),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(command, key, value):
    refused = command("choose", key, value)
    assert refused.exit_code == 1
    assert "Dat kan niet" in refused.output


def test_an_unknown_municipality_is_refused(command):
    assert command("list", "--municipality", "GM9999").exit_code == 2
