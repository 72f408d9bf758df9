"""One command starts everything, a second start changes nothing, and Ctrl-C ends it cleanly."""

import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time

import pytest

LETTER = """
from b2b.cli.installation import Installation
from b2b.jobs.letters import mail_to
here = Installation({url!r})
with here.writing() as work:
    mail_to(work, {event!r}, "nieuw@voorbeeld.nl", municipality_id=1, **{words!r})
"""


def dump(path):
    """Return everything in the database, but for the outbox, which lives its own life."""
    connection = sqlite3.connect(path)
    try:
        return [line for line in connection.iterdump() if '"jobs"' not in line]
    finally:
        connection.close()


def test_the_first_start_makes_everything_and_the_second_changes_nothing(site, tmp_path):
    site.start()
    assert "Utrecht" in site.said
    assert site.get("/health/ready")[0] == 200
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert stat.S_IMODE(site.database.stat().st_mode) == 0o600
    assert site.stop(signal.SIGTERM) == (0, "De site is gestopt.\n")
    before, secret = dump(site.database), (tmp_path / "secret").read_text()
    # What the worker does by the clock (a deadline that passes meanwhile) is not the start's doing.
    site.start(B2B_WORKER="0")
    assert "ingelezen" not in site.said
    assert site.get("/health/live")[0] == 200
    assert site.stop(signal.SIGINT) == (0, "De site is gestopt.\n")
    assert dump(site.database) == before
    assert (tmp_path / "secret").read_text() == secret


def test_a_port_that_is_taken_is_told_in_a_sentence_and_nothing_is_made(site, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = site.run("serve", "--port", port, "--database-url", f"sqlite:///{site.database}")
    assert ended.returncode == 1
    assert f"Poort {port} is al bezet" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (["--no-demo"], {}, "B2B_SECRET_KEY"),
        ([], {"B2B_BASE_URL": "https://buurthulp.example"}, "B2B_SECRET_KEY"),
        ([], {"B2B_BASE_URL": "https://buurthulp.example", "B2B_DEMO": "1"}, "public host"),
        ([], {"B2B_BUSY_SECONDS": "soon"}, "B2B_BUSY_SECONDS"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(arguments, environment, words, site):
    url = f"sqlite:///{site.database}"
    ended = site.run("serve", "--port", "0", "--database-url", url, *arguments, **environment)
    assert ended.returncode == 1
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not site.database.exists()


def test_fresh_throws_away_what_the_demo_made_and_nothing_else(lived_in, tmp_path):
    site = lived_in
    with sqlite3.connect(site.database) as connection:
        connection.execute("INSERT INTO settings VALUES (1, 'mark', '1')")
    connection.close()
    (tmp_path / "mail").mkdir(exist_ok=True)
    (tmp_path / "mail" / "1.eml").write_text("Subject: weg\n\n")
    (tmp_path / "photo.jpg").write_text("mine")
    site.start("--fresh").stop()
    assert not [line for line in dump(site.database) if "'mark'" in line]
    assert not list((tmp_path / "mail").glob("1.eml"))
    assert (tmp_path / "photo.jpg").read_text() == "mine"


def test_fresh_is_refused_while_the_site_runs(lived_in):
    site = lived_in.start()
    ended = site.run("serve", "--port", "0", "--database-url", f"sqlite:///{site.database}", "--fresh")
    assert ended.returncode == 1
    assert "De site draait al" in ended.stderr
    assert site.get("/health/ready")[0] == 200


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--database-url", "postgresql://nobody@127.0.0.1:1/none"], {}),
        (["--no-demo"], {"B2B_SECRET_KEY": "x" * 40}),
    ],
)
def test_fresh_asks_to_be_sure_when_it_is_no_demo_on_sqlite(arguments, environment, site):
    ended = site.run("serve", "--port", "0", "--fresh", *arguments, **environment)
    assert ended.returncode == 2
    assert "--yes" in ended.stderr


def test_postgresql_starts_over_when_somebody_is_sure(site, postgres):
    secret = {"B2B_SECRET_KEY": "x" * 40}
    with postgres.fresh() as url:
        site.start("--no-demo", url=url, **secret)
        assert site.get("/health/ready")[0] == 200
        assert site.stop()[0] == 0
        site.start("--no-demo", "--fresh", "--yes", url=url, **secret)
        assert "Wijken en buurten ingelezen" in site.said
        assert site.get("/health/ready")[0] == 200
        assert site.stop()[0] == 0


def test_one_process_works_and_the_other_only_serves(lived_in, tmp_path):
    site = lived_in.start()
    other = type(site)(tmp_path).start()
    assert "Een ander proces doet al het werk" in other.said
    assert other.get("/health/ready")[0] == 200
    assert other.stop()[0] == 0
    site.stop(signal.SIGKILL)
    site.start()
    assert "Een ander proces" not in site.said


def test_a_database_that_is_ahead_is_left_alone(lived_in):
    site = lived_in
    with sqlite3.connect(site.database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    ended = site.run("serve", "--port", "0", "--database-url", f"sqlite:///{site.database}")
    assert ended.returncode == 1
    assert "nieuwere versie" in ended.stderr


def test_mail_goes_from_the_outbox_over_smtp_to_the_mailbox_page(lived_in):
    site = lived_in.start()
    code = LETTER.format(
        url=f"sqlite:///{site.database}",
        event="sign-in-code",
        words={"code": "482 913", "token": "x" * 20, "asked_at": "10.00", "device": "Chrome op Android"},
    )
    subprocess.run([sys.executable, "-c", code], env=site.environment(), cwd=site.folder, check=True, timeout=60)
    for _ in range(100):
        status, page = site.get("/demo/postvak")
        if "482 913" in page:
            break
        time.sleep(0.2)
    assert status == 200
    assert "482 913 is je code" in page
    assert f'href="{site.address}/' in page
