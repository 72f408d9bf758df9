"""`b2b api-clients`: let a system in from the server, and shut it out."""

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b


@pytest.fixture
def command(database_url, monkeypatch):
    """Run `b2b api-clients …` on the database of the test."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")
    return lambda *words: CliRunner().invoke(b2b, ["--database-url", database_url, "api-clients", *words])


def test_a_system_is_let_in_and_shut_out(command, app):
    made = command("add", "Zaaksysteem", "--scope", "doorverwijzingen:lezen", "--until", "2027-06-01")
    assert made.exit_code == 0, made.output
    client, secret = made.output.split()[1], made.output.split()[-1]
    form = {"grant_type": "client_credentials"}

    def status(secret):
        return app.test_client().post("/api/v1/toegangstokens", data=form, auth=(client, secret)).status_code

    assert status(secret) == 200
    new = command("renew", client).output.split()[-1]
    assert (status(secret), status(new)) == (401, 200)
    assert command("end", client).exit_code == 0
    assert status(new) == 401
    assert "gestopt" in command("list").output


def test_what_does_not_exist_is_refused_with_a_sentence(command):
    refused = command("add", "Zaaksysteem", "--scope", "alles", "--until", "2027-06-01")
    assert refused.exit_code == 2 and "alles bestaat niet" in refused.output
    assert command("end", "J-0000-0000").exit_code == 2
