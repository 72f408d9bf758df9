"""Moments that cannot be, people who may not, links that are not ours: a sentence each, nothing lost."""

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.agreements import queries
from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.rules import ADDRESS_MAX
from tests.client import soup, words
from tests.web.agreements.conftest import MOMENT, THURSDAY


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"day": ""}, "Kies een dag."),
        ({"day": "morgen"}, "Schrijf de dag zo: 1-12-2026."),
        ({"day": "0000-00-00"}, "Schrijf de dag zo: 1-12-2026."),
        ({"time": ""}, "Kies een tijd."),
        ({"time": "25:00"}, "Schrijf de tijd zo: 10.30."),
        ({"day": "2026-11-22"}, "Dit moment is al geweest."),
        ({"day": "2026-11-23", "time": "09:59"}, "Dit moment is al geweest."),
        ({"day": "2027-06-01"}, "Dit is te ver weg."),
        ({"day": "9999-12-31"}, "Deze dag is te ver weg."),
        ({"day": "0001-01-01", "time": "00:00"}, "Deze dag is te ver weg."),
        ({"day": "2027-03-28", "time": "02:30"}, "Deze tijd bestaat niet"),
        ({"place": " "}, "Schrijf waar jullie afspreken."),
        ({"place": "x" * 161}, "Je hebt er 1 te veel."),
    ],
)
def test_a_moment_that_cannot_be_comes_back_with_what_was_typed(helper, form, change, sentence):
    page = helper.submit(form, MOMENT | change)
    assert page.status_code == 422
    assert sentence in words(page)
    assert soup(page).title.text.startswith("Fout:")
    typed = soup(page).select_one("input[name=place]")["value"]
    assert typed == (MOMENT | change)["place"].strip()


@pytest.mark.parametrize(
    ("day", "time"), [("26-11-2026", "10.30"), ("26/11/2026", "10:30 uur"), ("26.11.2026", "11")]
)
def test_a_moment_may_be_typed_as_people_do(helper, form, day, time):
    assert helper.submit(form, MOMENT | {"day": day, "time": time}).status_code == 303


def test_midnight_is_a_time(helper, form):
    assert helper.submit(form, MOMENT | {"time": "00:00"}).status_code == 303


def test_there_is_no_appointment_before_somebody_is_chosen(browser, make, fatima, ahmed):
    talk = make.conversation(make.post(fatima), ahmed)
    page = browser(fatima).get(f"/gesprekken/{talk.reference}/afspraak")
    assert page.status_code == 409
    assert "als er iemand gekozen is" in words(page)
    assert browser(fatima).post(f"/gesprekken/{talk.reference}/afspraak", MOMENT).status_code == 409


def test_strangers_find_nothing(browser, make, agreed, form):
    stranger = browser(make.member("Ria"))
    for url in (form, agreed, f"{agreed}/afzeggen", f"{agreed}/adres", f"{agreed}/agenda.ics", f"{agreed}/terugblik"):
        assert stranger.get(url).status_code == 404, url
    for part in ("akkoord", "afwijzen", "afzeggen", "adres", "adres-weghalen", "adres-tonen", "terugblik"):
        assert stranger.post(f"{agreed}/{part}", {"address": "x"}).status_code == 404, part


def test_who_is_signed_out_is_sent_to_sign_in_and_an_address_is_not_kept(browser, agreed):
    visitor = browser()
    away = visitor.post(f"{agreed}/adres", {"address": "Geheimdreef 9"})
    assert away.headers["Location"].startswith("/inloggen")
    with visitor.client.session_transaction() as cookie:
        assert "typed" not in cookie


def test_a_proposal_survives_signing_in(browser, form, app):
    visitor = browser()
    assert visitor.post(form, MOMENT).headers["Location"].startswith("/inloggen")
    with visitor.client.session_transaction() as cookie:
        assert dict(cookie["typed"]["fields"]) == MOMENT


def test_only_the_asker_gives_an_address_and_only_the_helper_sees_it(asker, helper, agreed):
    assert helper.get(f"{agreed}/adres").status_code == 403
    assert helper.post(f"{agreed}/adres", {"address": "Ergens 1"}).status_code == 403
    assert helper.post(f"{agreed}/adres-weghalen").status_code == 403
    asker.submit(f"{agreed}/adres", {"address": "Ergens 1"})
    assert asker.post(f"{agreed}/adres-tonen").status_code == 403


@pytest.mark.parametrize("typed", ["", "x" * (ADDRESS_MAX + 1)])
def test_an_address_that_cannot_be_comes_back(asker, agreed, typed):
    page = asker.submit(f"{agreed}/adres", {"address": typed})
    assert page.status_code == 422
    assert soup(page).select_one("textarea[name=address]").text.strip() == typed


def test_there_is_no_address_to_see(helper, agreed):
    page = helper.post(f"{agreed}/adres-tonen")
    assert page.status_code == 410
    assert "Het adres is weg" in words(page)


def test_no_address_for_a_proposal(asker, proposed):
    assert asker.get(f"{proposed}/adres").status_code == 409


def test_yes_after_it_was_called_off_is_refused_kindly(asker, helper, proposed):
    late = asker.get(proposed)
    helper.submit(f"{proposed}/afzeggen", button="Trek het voorstel in")
    refused = asker.press(late, button="Ja, dat is goed", at=proposed)
    assert refused.status_code == 409
    assert "Er is intussen iets veranderd" in words(refused)


def test_nobody_says_yes_to_their_own_proposal(helper, proposed):
    assert helper.post(f"{proposed}/akkoord").status_code == 409


def test_a_double_click_is_one_proposal(helper, form, writing):
    page = helper.get(form)
    first, second = (helper.press(page, MOMENT, at=form) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    with writing() as work:
        assert len(work.exec(select(Agreement)).all()) == 1


def test_nobody_can_tell_how_it_went_before_it_was(asker, agreed):
    page = asker.get(f"{agreed}/terugblik")
    assert page.status_code == 409
    assert "nog niet geweest" in words(page)


def token(agreement_url, member):
    return f"/afspraken/terugblik/{queries.look_back_token(agreement_url.rsplit('/', 1)[1], member.reference)}"


def test_looking_at_the_link_changes_nothing(browser, agreed, fatima, clock, writing):
    clock.moment = THURSDAY
    url = token(agreed, fatima)
    visitor = browser()
    for address in (url, f"{url}?gelukt=yes", f"{url}?opnieuw=1"):
        assert visitor.get(address).status_code == 200
    assert visitor.client.head(url).status_code == 200
    with writing() as work:
        assert work.exec(select(Outcome)).all() == []


def test_a_tap_that_says_nothing_asks_again(browser, agreed, fatima, clock):
    clock.moment = THURSDAY
    visitor, url = browser(), token(agreed, fatima)
    assert "Kies een van de antwoorden" in words(visitor.follow(visitor.post(url, {"gelukt": "misschien"})))


def test_a_link_of_somebody_else_or_a_forged_one_leads_nowhere(browser, agreed, make, clock):
    clock.moment = THURSDAY
    visitor = browser()
    for url in (
        token(agreed, make.member("Ria")),
        f"{token(agreed, make.member('Jan'))}x",
        "/afspraken/terugblik/abcdefgh",
    ):
        assert visitor.get(url).status_code == 404
        assert visitor.post(url, {"gelukt": "yes"}).status_code == 404


def test_the_link_of_a_member_who_left_leads_nowhere(browser, agreed, fatima, clock, writing):
    clock.moment = THURSDAY
    with writing() as work:
        work.get_one(Member, fatima.id).state = MemberState.SUSPENDED
    assert browser().get(token(agreed, fatima)).status_code == 404


@pytest.mark.parametrize("reference", ["A-0000-0000", "A-9999999999999", "afspraak-een"])
def test_an_absurd_reference_is_not_found(asker, reference):
    assert asker.get(f"/afspraken/{reference}").status_code == 404


@pytest.mark.parametrize("before", ["x", "-1", "9" * 60, "1-2-3"])
def test_an_absurd_page_is_the_first_one(asker, agreed, before):
    assert "Binnenkort" in words(asker.get(f"/afspraken?voor={before}"))
