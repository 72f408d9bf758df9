"""`b2b identity`: an operator connects a municipality's provider, sees what it means, and takes it away."""

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlmodel import select

from b2b.accounts.models import IdentityGroup, IdentityProvider
from b2b.accounts.service import oidc_discovery
from b2b.authz.predicates import Role
from b2b.cli.identity import identity
from b2b.cli.installation import Installation
from tests.provider.twin import lying

SECRET = "a secret of the client, long enough\n"


@pytest.fixture
def run(settings, make):
    installation = Installation(settings=settings)

    def run(*arguments, **options):
        return CliRunner().invoke(identity, list(arguments), obj=installation, **options)

    yield run
    installation.database.dispose()


@pytest.fixture
def liar():
    oidc_discovery.forget()
    with lying() as liar:
        yield liar


@pytest.fixture
def add(run, make, liar):
    def add(*more, issuer=None, secret=SECRET):
        hood = make.neighbourhood().slug
        given = ["add", issuer or liar.issuer, "b2b", "--name", "Gemeente Utrecht", "--home", hood, *more]
        return run(*given, input=secret)

    return add


def row(writing):
    with writing() as work:
        return work.exec(select(IdentityProvider)).one()


def test_a_provider_is_added_and_tells_what_to_fill_in_there(add, run, writing, make):
    hood = make.neighbourhood()
    said = add(
        "--group",
        "wijk=coordinator@WK034403",
        "--group",
        f"a=b=moderator@{hood.slug}",
        "--group",
        "top=administrator",
    )
    assert said.exit_code == 0, said.output
    kept = row(writing)
    assert f"http://localhost/inloggen/gemeente/{kept.reference}/terug" in said.output
    assert f"/inloggen/gemeente/{kept.reference}/uitgelogd" in said.output
    assert kept.secret == SECRET.strip()
    with writing() as work:
        groups = work.exec(select(IdentityGroup)).all()
        stored = work.connection().exec_driver_sql("SELECT secret FROM identity_providers").scalar_one()
    assert {group.name for group in groups} == {"wijk", "a=b", "top"}
    assert [group.neighbourhood_id for group in groups if group.role is Role.ADMINISTRATOR] == [None]
    assert len([group for group in groups if group.name == "wijk"]) > 5
    assert SECRET.strip().encode() not in bytes(stored)
    listed = run("list").output
    assert "top = administrator: Utrecht" in listed
    assert SECRET.strip() not in listed


@pytest.mark.parametrize(
    ("more", "options", "says"),
    [
        (["--group", "wijk=burgemeester"], {}, "een rol is"),
        (["--group", "wijk"], {}, "schrijf groep=rol"),
        (["--group", "wijk=moderator@nergens"], {}, "geen buurt of wijk 'nergens'"),
        ([], {"issuer": "http://login.example"}, "https://"),
        ([], {"issuer": "https://login.example/?tenant=x"}, "https://"),
        ([], {"secret": "kort"}, "dit geheim past niet"),
        (["--method", "private_key_jwt"], {}, "dit geheim past niet"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(more, options, says, add, writing):
    said = add(*more, **options)
    assert said.exit_code == 2
    assert says in said.output
    with writing() as work:
        assert work.exec(select(IdentityProvider)).all() == []


def test_the_public_half_of_a_key_is_shown_and_never_the_other(add, run):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    assert add("--method", "private_key_jwt", secret=pem).exit_code == 0
    listed = run("list").output
    assert '"kty": "EC"' in listed and '"alg": "ES256"' in listed
    assert '"d"' not in listed and "PRIVATE" not in listed


def test_the_same_provider_is_not_added_twice(add):
    assert add().exit_code == 0
    assert "al. Haal hem eerst weg" in str(add().exception)


def test_it_can_be_asked_what_it_can(add, run, liar, writing):
    add()
    reference = row(writing).reference
    said = run("test", reference.lower())
    assert said.exit_code == 0, said.output
    assert "toont 1 sleutels" in said.output
    liar.facts = {"issuer": "https://elsewhere.example"}
    oidc_discovery.forget()
    failed = run("test", reference)
    assert failed.exit_code == 1
    assert "discovery-issuer" in failed.output


def test_groups_are_said_anew(add, run, writing):
    add("--group", "oud=moderator")
    assert "1 regels" in run("groups", row(writing).reference, "--group", "nieuw=coordinator").output
    with writing() as work:
        assert [group.name for group in work.exec(select(IdentityGroup))] == ["nieuw"]


def test_a_provider_is_taken_away(add, run, writing):
    add("--group", "oud=moderator")
    assert run("remove", row(writing).reference, "--yes").exit_code == 0
    assert "geen inlogdienst" in run("list").output
    assert run("test", "I-0000-0000").exit_code == 2
