"""An administrator gets in when nothing else works: once, shortly, and never quietly."""

import re
from datetime import timedelta

import pytest
from click.testing import CliRunner
from sqlmodel import select

from b2b.accounts.models import BreakGlass, Member
from b2b.accounts.rules import MemberState
from b2b.accounts.service import break_glass
from b2b.authz.predicates import Role
from b2b.cli.installation import Installation
from b2b.cli.people import people
from b2b.core.audit import AuditEntry
from tests.client import path, words

DOOR, STAFF_PAGE = "/inloggen/noodcode", "/beheer/mensen"


@pytest.fixture
def els(make):
    return make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)


@pytest.fixture
def code(writing, els):
    """A code that an operator made just now."""
    with writing() as work:
        return break_glass.make(work, work.get(Member, els.id), "De inlogdienst ligt eruit.")


def test_the_code_opens_the_administrators_page_without_mail_or_app(browser, code, mail):
    visitor = browser()
    assert path(visitor.submit(DOOR, {"code": code})) == STAFF_PAGE
    assert visitor.get(STAFF_PAGE).status_code == 200


def test_it_reads_what_is_typed_forgivingly(browser, code):
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert path(browser().submit(DOOR, {"code": typed})) == STAFF_PAGE


def test_it_works_once(browser, code):
    browser().submit(DOOR, {"code": code})
    again = browser().submit(DOOR, {"code": code})
    assert again.status_code == 422
    assert "Deze noodcode werkt niet (meer)" in words(again)


def test_it_ends_after_half_an_hour(browser, code, clock):
    clock.advance(minutes=29)
    clock.advance(minutes=2)
    assert browser().submit(DOOR, {"code": code}).status_code == 422


@pytest.mark.parametrize("typed", ["", "x", "0000-0000-0000-0000-0000", "é" * 20, "'; drop table", "A" * 5000])
def test_anything_else_opens_nothing(typed, browser, code):
    visitor = browser()
    assert visitor.submit(DOOR, {"code": typed}).status_code == 422
    assert path(visitor.get(STAFF_PAGE)) == "/inloggen"


def test_a_new_code_ends_the_one_before(browser, code, writing, els):
    with writing() as work:
        newer = break_glass.make(work, work.get(Member, els.id), "Nog eens")
    assert browser().submit(DOOR, {"code": code}).status_code == 422
    assert path(browser().submit(DOOR, {"code": newer})) == STAFF_PAGE


def test_who_is_no_administrator_any_more_does_not_get_in(browser, code, els, writing):
    with writing() as work:
        work.get(Member, els.id).state = MemberState.SUSPENDED
    assert browser().submit(DOOR, {"code": code}).status_code == 422


def test_it_is_no_way_to_become_an_administrator(make, writing):
    mo = make.staff(Role.MODERATOR, "Mo")
    with writing() as work, pytest.raises(break_glass.NoAdministrator):
        break_glass.make(work, work.get(Member, mo.id), "Ik wil erin")


def test_every_administrator_hears_of_the_code_and_of_its_use(browser, code, make, worker, mail):
    make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)
    browser().submit(DOOR, {"code": code})
    worker.run_until_quiet()
    assert [str(sent["Subject"]) for sent in mail.to("els@voorbeeld.nl")][:1] == ["Er is een noodcode gemaakt"]
    assert "Er is ingelogd met een noodcode" in [str(sent["Subject"]) for sent in mail.to("ada@voorbeeld.nl")]
    assert code not in "".join(str(sent) for sent in mail.to("els@voorbeeld.nl"))


def test_the_trail_and_the_administrators_page_tell_of_it(browser, code, els, writing):
    browser().submit(DOOR, {"code": code})
    with writing() as work:
        acts = {entry.action for entry in work.exec(select(AuditEntry))}
        row = work.exec(select(BreakGlass)).one()
    assert {"break-glass.made", "break-glass.used"} <= acts
    assert row.used_at is not None and code.encode() not in row.key
    shown = words(browser(els, second_factor=True).get(STAFF_PAGE))
    assert "Noodcodes" in shown
    assert "De inlogdienst ligt eruit." in shown
    assert "Ingelogd met een noodcode" in words(browser(els, second_factor=True).get(f"{STAFF_PAGE}/{els.reference}"))


def test_the_session_it_opens_is_as_short_as_any_administrators(browser, code, clock):
    visitor = browser()
    visitor.submit(DOOR, {"code": code})
    clock.advance(minutes=31)
    assert path(visitor.get(STAFF_PAGE)) == "/inloggen"


def test_an_operator_makes_it_on_the_server(settings, els, browser):
    installation = Installation(settings=settings)
    arguments = ["break-glass", "els@voorbeeld.nl", "--reason", "Mail ligt eruit"]
    try:
        said = CliRunner().invoke(people, arguments, obj=installation).output
    finally:
        installation.database.dispose()
    found = re.search(r"Noodcode: ([0-9A-Z-]{24})", said)
    assert found and DOOR in said
    # The command uses the real clock, and the tests stand still at a moment of their own.
    assert "binnen 30 minuten" in said


def test_at_an_operators_a_reason_is_needed(settings, els):
    installation = Installation(settings=settings)
    try:
        assert CliRunner().invoke(people, ["break-glass", "els@voorbeeld.nl"], obj=installation).exit_code == 2
    finally:
        installation.database.dispose()


def test_a_code_is_kept_half_an_hour_and_no_longer(code, writing):
    with writing() as work:
        row = work.exec(select(BreakGlass)).one()
    assert row.expires_at - row.made_at == timedelta(minutes=30)
