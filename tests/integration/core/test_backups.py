"""A copy is made while people write, comes back whole in an empty database, and is refused when it is not sound."""

import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from click.testing import CliRunner
from sqlalchemy import inspect, text
from sqlmodel import col, select

from b2b.accounts.models import Member
from b2b.cli import backup as backing_up
from b2b.cli import restore as restoring
from b2b.cli.backup import backup
from b2b.cli.db import current, newest
from b2b.cli.installation import Installation
from b2b.cli.keys import keys
from b2b.cli.restore import restore
from b2b.config import Settings
from b2b.core import backups, crypto
from b2b.core.backups.sealing import BROKEN, NEWER, NO_BACKUP, WRONG_KEY, Label
from b2b.privacy.service import ask_erasure, erase_part, erasures_to_replay
from tests.conftest import SECRET
from tests.databases import raw

WRITERS = 4
MOVE = text(
    "INSERT INTO moves (municipality_id, thing, thing_id, action, after, at) VALUES (:town, :who, :number, :half, 'x', :at)"
)


@pytest.fixture
def key():
    return backups.new_key()


@pytest.fixture
def copy_of(database, key, tmp_path):
    """Make a copy of the test's database; return where it is."""

    def make_copy(name="copy.age"):
        backing_up.write(database, tmp_path / name, backups.public_half(key))
        return tmp_path / name

    return make_copy


@pytest.fixture
def elsewhere(database, request, tmp_path):
    """An installation whose database of the same kind is empty."""
    if database.dialect == "sqlite":
        with installed(f"sqlite:///{tmp_path / 'new' / 'b2b.sqlite3'}") as there:
            yield there
        return
    with request.getfixturevalue("postgres").empty() as url, installed(url) as there:
        yield there


@contextmanager
def installed(url):
    there = Installation(settings=Settings(secret_key=SECRET, database_url=url))
    yield there
    there.close()
    crypto.use(crypto.Keyring(SECRET))


class Writers:
    """People who write without a pause: each time two rows in one transaction, numbered."""

    def __init__(self, writing, town):
        self.acknowledged = [0] * WRITERS
        self._writing, self._town, self._stop = writing, town, threading.Event()
        self._threads = [threading.Thread(target=self._write, args=(who,)) for who in range(WRITERS)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        self.wait_until(5)
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def wait_until(self, each):
        while min(self.acknowledged) < each:
            assert any(thread.is_alive() for thread in self._threads)
            self._stop.wait(0.005)

    def _write(self, who):
        while not self._stop.is_set():
            number = self.acknowledged[who] + 1
            with self._writing() as work:
                for half in ("one", "two"):
                    said = {"town": self._town, "who": f"w{who}", "number": number, "half": half, "at": work.now()}
                    work.execute(MOVE, said)
            self.acknowledged[who] = number


def rows(database, but=("moves", "sessions")):
    """Return everything in the database, table by table."""
    with raw(database) as connection:
        names = set(inspect(connection).get_table_names()) - set(but)
        return {name: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{name}"')))) for name in names}


def written(database):
    """Return per writer how often each of its numbers is there."""
    found = {}
    with raw(database) as connection:
        for who, number in connection.execute(text("SELECT thing, thing_id FROM moves WHERE after = 'x'")):
            found.setdefault(who, []).append(number)
    return found


def test_a_copy_made_while_people_write_has_every_acknowledged_write_and_no_half_one(
    database, make, writing, copy_of, elsewhere, key, browser
):
    fatima = make.member("Fatima")
    make.conversation(make.post(fatima), make.member("Henk"))
    browser(fatima).get("/mijn")
    with Writers(writing, fatima.municipality_id) as writers:
        before = list(writers.acknowledged)
        file = copy_of()
        writers.wait_until(max(writers.acknowledged) + 1)
    restoring.put_back(elsewhere, file, key)

    there = written(elsewhere.database)
    for who, acknowledged in enumerate(before):
        numbers = sorted(there[f"w{who}"])
        last = numbers[-1]
        assert acknowledged <= last <= writers.acknowledged[who]
        assert numbers == sorted([*range(1, last + 1)] * 2)  # no gap, and of each transaction both rows
    assert rows(elsewhere.database) == rows(database)
    assert current(elsewhere.database) == newest()
    with elsewhere.writing() as work:  # counters, triggers and keys are back: life goes on
        work.execute(
            MOVE, {"town": fatima.municipality_id, "who": "w0", "number": 0, "half": "one", "at": work.now()}
        )
    with raw(elsewhere.database) as connection:
        assert connection.execute(text("SELECT count(*) FROM sessions WHERE revoked_at IS NULL")).scalar() == 0


def test_what_put_a_copy_back_is_locked_per_municipality_again(database, copy_of, elsewhere, key):
    if database.dialect == "sqlite":
        return  # it has no such lock
    restoring.put_back(elsewhere, copy_of(), key)
    locks = text(
        "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    closed = text(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2"
    )
    awake = text(
        "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname, tgrelid::regclass::text"
    )
    with raw(database) as here, raw(elsewhere.database) as there:
        for question in (locks, closed, awake):
            assert there.execute(question).all() == here.execute(question).all()


def shortened(whole, key):
    return whole[:-1], key


def cut_between_two_pieces(whole, key):
    start = whole.index(b"\n", whole.index(b"\n---") + 1) + 1 + 16
    piece = 64 * 1024 + 16
    return whole[: start + (len(whole) - start - 1) // piece * piece], key


def changed(whole, key):
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], key


def of_somebody_else(whole, _key):
    return whole, backups.new_key()


def something_else(_whole, key):
    return b"SQLite format 3\0 and more", key


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (shortened, BROKEN),
        (cut_between_two_pieces, BROKEN),
        (changed, BROKEN),
        (of_somebody_else, WRONG_KEY),
        (something_else, NO_BACKUP),
    ],
)
def test_what_is_not_sound_is_refused_and_changes_nothing(copy_of, elsewhere, key, spoil, sentence):
    file = copy_of()
    content, opener = spoil(file.read_bytes(), key)
    file.write_bytes(content)
    with pytest.raises(backups.BadBackup, match=sentence):
        restoring.put_back(elsewhere, file, opener)
    assert current(elsewhere.database) is None


@pytest.mark.parametrize(
    ("revision", "sentence"), [("9999", NEWER), (newest(), BROKEN)], ids=["of later", "with nonsense in it"]
)
def test_what_is_sealed_well_but_cannot_be_put_back_changes_nothing(
    database, elsewhere, key, tmp_path, revision, sentence
):
    file, label = tmp_path / "odd.age", Label(database.dialect, revision, "2026-11-23T09:00:00+00:00")
    backups.seal(file, label, [b'{"table": "members", "columns": ["id"]}\n'], backups.public_half(key))
    with pytest.raises(backups.BadBackup, match=sentence):
        restoring.put_back(elsewhere, file, key)
    assert current(elsewhere.database) is None


def test_a_copy_goes_only_into_an_empty_database_of_its_own_kind(database, database_url, copy_of, key, tmp_path):
    file, was = copy_of(), rows(database)
    other = "postgresql://nobody@127.0.0.1:1/none" if database.dialect == "sqlite" else f"sqlite:///{tmp_path / 'x'}"
    for url, sentence in ((database_url, "niet leeg"), (other, "Dat moet hetzelfde zijn")):
        with installed(url) as there, pytest.raises(backups.BadBackup, match=sentence):
            restoring.put_back(there, file, key)
    assert rows(database) == was


@pytest.fixture
def key_file(key, tmp_path):
    (tmp_path / "key").write_text(key)
    return str(tmp_path / "key")


def test_who_was_erased_since_is_erased_again(make, writing, clock, copy_of, elsewhere, key_file, tmp_path):
    fatima, henk = make.member("Fatima"), make.member("Henk")
    file = copy_of()
    with writing() as work:
        ask_erasure(work, work.get_one(Member, fatima.id))
    clock.advance(days=15)
    with writing() as work:
        while erase_part(work):
            pass
        ledger = tmp_path / "ledger"
        ledger.write_text("\n".join(erasures_to_replay(work)))
    said = CliRunner().invoke(restore, [str(file), "--key", key_file, "--erasures", str(ledger)], obj=elsewhere)
    assert said.output.endswith("Accounts die opnieuw zijn verwijderd: 1.\n")
    with elsewhere.reading() as work:
        people = work.execute(select(col(Member.first_name), col(Member.email)).order_by(col(Member.id))).all()
    assert people[1] == ("Henk", henk.email)
    assert "Fatima" not in str(people)
    assert "fatima" not in str(people)


def test_without_the_secret_of_the_copy_somebody_hears_what_is_still_to_do(make, copy_of, elsewhere, key_file):
    make.member("Fatima")
    file = copy_of()
    elsewhere.settings = replace(elsewhere.settings, secret_key="another secret, of at least 32 characters")
    said = CliRunner().invoke(restore, [str(file), "--key", key_file], obj=elsewhere)
    assert said.exit_code == 1
    assert "teruggezet" in said.output
    assert "B2B_SECRET_KEY past niet" in said.output
    assert "erasures replay" in said.output


def test_the_commands_say_what_they_did_and_write_over_nothing(settings, tmp_path):
    run, file, key_file = CliRunner(), str(tmp_path / "copy.age"), str(tmp_path / "key")
    with installed(settings.database_url) as here:
        assert "keys backup" in run.invoke(backup, [file], obj=here).output
        made = run.invoke(keys, ["backup", key_file]).output
        public = made.partition("=")[2].split()[0]
        assert run.invoke(backup, [file, "--to", public], obj=here).output.startswith("De reservekopie staat in")
        assert "bestaat al" in run.invoke(backup, [file, "--to", public], obj=here).output
        assert "bestaat al" in run.invoke(keys, ["backup", key_file]).output
        assert "begint met age1" in run.invoke(backup, [f"{file}2", "--to", "age1nonsense"], obj=here).output
        refused = run.invoke(restore, [file, "--key", key_file], obj=here)
        assert (refused.exit_code, "niet leeg" in refused.output) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.age", "key"]
