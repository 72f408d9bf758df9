"""`b2b people`: the first administrator comes from the command line."""

import pytest
from click.testing import CliRunner
from sqlmodel import select

from b2b.accounts import queries
from b2b.accounts.models import Member
from b2b.accounts.service import sessions
from b2b.authz.predicates import Grant, Role
from b2b.cli.installation import Installation
from b2b.cli.people import people


@pytest.fixture
def run(settings, make):
    installation = Installation(settings=settings)

    def run(*arguments):
        return CliRunner().invoke(people, list(arguments), obj=installation)

    yield run
    installation.database.dispose()


@pytest.fixture
def els(run, make, writing):
    hood = make.neighbourhood()
    assert run("add", "Els@Gemeente.nl", "Els", "--neighbourhood", hood.slug).exit_code == 0
    with writing() as work:
        return work.exec(select(Member)).one()


def grants(writing, member):
    with writing() as work:
        return queries.grants(work, [member.id]).get(member.id, frozenset())


def test_an_administrator_is_made_and_listed(run, els, writing):
    assert run("grant", "els@gemeente.nl", "administrator").output == "De rol is gegeven.\n"
    assert grants(writing, els) == {Grant(Role.ADMINISTRATOR)}
    listed = run("list").output
    assert f"{els.reference}  Els  els@gemeente.nl" in listed
    assert "administrator: Utrecht" in listed


def test_a_role_can_be_for_neighbourhoods_or_a_wijk(run, els, writing, make):
    hood = make.neighbourhood()
    run("grant", els.reference.lower(), "moderator", "--in", hood.slug)
    assert grants(writing, els) == {Grant(Role.MODERATOR, hood.id)}
    run("grant", els.reference, "coordinator", "--in", "WK034403")
    assert len(grants(writing, els)) > 5
    assert run("revoke", els.reference, "coordinator", "--in", "WK034403").output == "De rol is weggehaald.\n"
    assert grants(writing, els) == {Grant(Role.MODERATOR, hood.id)}


def test_the_last_administrator_stays(run, els):
    run("grant", els.reference, "administrator")
    refused = run("revoke", els.reference, "administrator")
    assert "laatste beheerder" in str(refused.exception)


def test_a_lost_phone_is_signed_out(run, els, writing):
    with writing() as work:
        sessions.open_session(work, els, "Chrome op Android")
    assert run("sign-out", "els@gemeente.nl", "--forget-app").output == "Uitgelogd op 1 apparaat.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "geen-adres", "Jan", "--neighbourhood", "x"),
        ("add", "jan@voorbeeld.nl", "Jan", "--neighbourhood", "bestaat-niet"),
        ("add", "els@gemeente.nl", "Els", "--neighbourhood", "SAME"),
        ("grant", "niemand@voorbeeld.nl", "moderator"),
        ("grant", "B-0000-0000", "moderator"),
        ("grant", "els@gemeente.nl", "koning"),
        ("grant", "els@gemeente.nl", "moderator", "--in", "bestaat-niet"),
        ("list", "--municipality", "GM9999"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(run, els, writing, make, arguments):
    arguments = [make.neighbourhood().slug if argument == "SAME" else argument for argument in arguments]
    assert run(*arguments).exit_code != 0
    with writing() as work:
        assert len(work.exec(select(Member)).all()) == 1
    assert grants(writing, els) == frozenset()
