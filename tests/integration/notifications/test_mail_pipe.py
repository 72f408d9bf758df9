"""Mail from the pipe of a mail server: what the exit code tells it, with a real mail and a real database."""

import sqlite3

import pytest
from click.testing import CliRunner

from b2b.cli.installation import Installation
from b2b.cli.mail_in import mail_in
from tests.integration.notifications.test_answers import (  # noqa: F401 - fixtures
    FATIMA,
    answer,
    door,
    mail,
    outside,
    said_in,
    settings,
    talk,
    to_of,
)


@pytest.fixture
def pipe(app):
    """Give one mail to `b2b mail-in --stdin`; return its exit code."""
    installation = Installation(settings=app.settings)
    installation.app = app

    def give(raw, recipient, sender=FATIMA):
        named = ["--stdin", "--sender", sender, "--recipient", recipient]
        return CliRunner().invoke(mail_in, named, input=raw, obj=installation).exit_code

    return give


def test_an_answer_is_taken_and_stands_in_the_conversation(pipe, mail, talk, writing, clock):  # noqa: F811
    clock.advance(minutes=5)
    assert pipe(answer(mail), to_of(mail)) == 0
    assert said_in(writing, talk)[-1] == "Ja, graag!"


def test_a_stranger_and_what_is_too_large_bounce(pipe, mail, talk, writing):  # noqa: F811
    assert pipe(answer(mail), "info@in.voorbeeld.nl") == 67
    assert pipe(answer(mail) + b"x" * 5 * 1024 * 1024, to_of(mail)) == 67
    assert len(said_in(writing, talk)) == 2


def test_what_is_refused_with_a_kind_mail_is_done_with(pipe, mail, door, worker, writing, talk):  # noqa: F811
    assert pipe(answer(mail, file=True), to_of(mail)) == 0
    worker.run_until_quiet()
    assert "bijlage" in door.last(FATIMA).as_string()
    assert len(said_in(writing, talk)) == 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_store_that_is_locked_makes_the_mail_server_keep_the_mail(pipe, mail, database):  # noqa: F811
    with sqlite3.connect(database.write.url.database, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            assert pipe(answer(mail), to_of(mail)) == 75
        finally:
            other.execute("ROLLBACK")
    assert pipe(answer(mail), to_of(mail)) == 0
