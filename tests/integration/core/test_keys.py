"""The secret changes while people write; afterwards the old one is not needed, and everybody is still found."""

import threading

import pytest
from click.testing import CliRunner
from sqlalchemy import select, text
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.models import Member
from b2b.accounts.queries import check_keys
from b2b.cli.db import downgrade, upgrade
from b2b.cli.installation import Installation
from b2b.cli.keys import keys, seal_what_is_open
from b2b.config import BadSettings, Settings
from b2b.core import crypto
from b2b.core.crypto import Keyring, WrongKey
from b2b.core.resealing import drawers, left, reseal_some
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay, Question, consent_hash
from b2b.handoff.service import hand_over
from b2b.jobs import letters
from b2b.jobs.models import Job
from tests.conftest import SECRET
from tests.databases import raw

NEW = "a newer secret of the tests, at least 32 characters"
LOOKUP = Keyring(SECRET).lookup


@pytest.fixture(autouse=True)
def _same_keys_afterwards():
    yield
    crypto.use(Keyring(SECRET))


@pytest.fixture
def run(database_url):
    """Run `b2b keys …` with these secrets; return the exit code and what it said."""

    def command(*arguments, secret=NEW, fallbacks=(SECRET,), lookup=LOOKUP):
        settings = Settings(
            secret_key=secret, secret_key_fallbacks=fallbacks, lookup_key=lookup, database_url=database_url
        )
        installation = Installation(settings=settings)
        crypto.use(Keyring.of(settings))
        result = CliRunner().invoke(keys, arguments, obj=installation)
        installation.close()
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output

    return command


def emails(writing):
    with writing() as work:
        return work.scalars(select(col(Member.email)).order_by(col(Member.id))).all()


def test_after_a_rotation_the_old_secret_opens_nothing_and_is_not_missed(make, writing, run):
    fatima = make.member("Fatima")
    with writing() as work:
        letters.mail_to(work, "sign-in-code", "els@voorbeeld.nl", municipality_id=fatima.municipality_id)
    code, said = run("rotate")
    assert (code, "Haal B2B_SECRET_KEY_FALLBACKS nu weg" in said) == (0, True)

    crypto.use(Keyring(NEW, lookup=LOOKUP))
    assert emails(writing) == ["fatima@voorbeeld.nl"]
    with writing() as work:
        check_keys(work)
        assert people.by_email(work, fatima.municipality_id, "Fatima@voorbeeld.nl").id == fatima.id
        payload = work.scalars(select(col(Job.payload)).where(col(Job.kind) == letters.KIND)).one()
        assert letters.opened(payload)["to"] == "els@voorbeeld.nl"
    assert run("check", fallbacks=())[1].endswith("Alles zit op slot met het nieuwste geheim.\n")
    crypto.use(Keyring(SECRET))
    with pytest.raises(WrongKey):
        emails(writing)


def test_what_people_write_during_a_rotation_stays(database, make, writing, run):
    for number in range(120):
        make.member(f"Buur{number}")
    crypto.use(Keyring(NEW, SECRET, lookup=LOOKUP))
    stop, written = threading.Event(), {}

    def move_house():
        while not stop.is_set():
            for member_id in range(1, 40):
                with writing() as work:
                    found = work.get(Member, member_id)
                    if found:
                        found.email = f"{member_id}.{len(written)}@nieuw.nl"
                        written[member_id] = found.email

    busy = threading.Thread(target=move_house)
    busy.start()
    code, _ = run("rotate")
    stop.set()
    busy.join()
    assert code == 0
    crypto.use(Keyring(NEW, lookup=LOOKUP))
    with writing() as work:
        there = dict(work.execute(select(col(Member.id), col(Member.email))).all())
    assert len(there) == 120
    assert written
    assert {key: there[key] for key in written} == written


def test_a_value_that_changes_under_our_hands_is_left_alone(make, writing):
    fatima = make.member("Fatima")
    crypto.use(Keyring(NEW, SECRET, lookup=LOOKUP))
    emails_of_members = next(drawer for drawer in drawers() if str(drawer) == "members.email")
    with writing() as work:
        assert left(work, emails_of_members) == 1
        assert reseal_some(work, emails_of_members, after=0) == (1, fatima.id)
        assert reseal_some(work, emails_of_members, after=0) == (0, None)
        assert left(work, emails_of_members) == 0


@pytest.mark.parametrize(
    ("ring", "sentence"),
    [
        (Keyring(NEW, lookup=LOOKUP), "B2B_SECRET_KEY past niet"),
        (Keyring(NEW), "B2B_SECRET_KEY past niet"),
        (Keyring(NEW, SECRET, lookup="0" * 64), "Zet B2B_LOOKUP_KEY"),
    ],
)
def test_a_start_with_keys_that_do_not_fit_says_which(make, writing, ring, sentence):
    make.member("Fatima")
    crypto.use(ring)
    with writing() as work, pytest.raises(WrongKey, match=sentence):
        check_keys(work)


def test_while_the_old_secret_stands_behind_the_new_one_everybody_is_found(make, writing):
    make.member("Fatima")
    crypto.use(Keyring(NEW, SECRET))
    with writing() as work:
        check_keys(work)


def test_what_a_migration_leaves_open_is_sealed_when_the_schema_is_there(database, make, writing):
    words = "De traplift komt op maandag: ’s ochtends."
    fatima = make.member("Fatima")
    asked = Question("Fatima", "Zambesidreef", "Mijn trap is gevaarlijk.", ContactWay.EMAIL, "fatima@voorbeeld.nl")
    with writing() as work:
        work.actor_id = fatima.id
        handoff = hand_over(
            work,
            municipality_id=fatima.municipality_id,
            neighbourhood_id=fatima.neighbourhood_id,
            member_id=fatima.id,
            question=asked,
            agreed_to=consent_hash(asked),
            once="O-1111-1111",
        )
    downgrade(database, "0037")
    with writing() as work:
        work.connection().execute(text("UPDATE handoffs SET closing_note = :words"), {"words": words})
    upgrade(database)
    with raw(database) as connection:
        assert words.encode() in bytes(connection.execute(text("SELECT closing_note FROM handoffs")).scalar_one())
    installation = Installation(settings=Settings(secret_key=SECRET))
    installation.database = database
    seal_what_is_open(installation)
    with raw(database) as connection:
        assert bytes(connection.execute(text("SELECT closing_note FROM handoffs")).scalar_one()).startswith(
            Keyring(SECRET).newest
        )
    with writing() as work:
        assert work.get(Handoff, handoff.id).closing_note == words


def test_the_command_prints_the_key_that_stays(run):
    assert run("lookup", secret=SECRET, fallbacks=(), lookup="") == (0, f"{LOOKUP}\n")
    assert run("lookup") == (0, f"{LOOKUP}\n")
    with pytest.raises(BadSettings, match="64 hex digits"):
        Settings(secret_key=SECRET, lookup_key="nonsense")
