"""Somebody new tells a first name and a neighbourhood, says yes twice, and is in."""

import pytest
from sqlmodel import col, select

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.authz.predicates import Role
from b2b.consent.models import Acceptance
from b2b.moderation.models import ReviewItem, Signal
from b2b.moderation.rules import DecisionKind, ReviewState, TargetKind
from tests.client import Browser, path, soup, words
from tests.integration.moderation.measuring import decided, noticed

NEW = "nieuwe@voorbeeld.nl"


@pytest.fixture
def hood(make):
    return make.neighbourhood()


@pytest.fixture
def answers(hood):
    return {"first_name": "  Aïcha ", "neighbourhood": hood.slug, "sixteen": "y", "house_rules": "y"}


def members(writing):
    with writing() as work:
        return list(work.exec(select(Member).order_by(col(Member.id))))


def test_a_new_address_joins_after_the_right_code(browser, sign_in, answers, hood, writing):
    visitor = browser()
    assert path(sign_in(visitor, NEW)) == "/meedoen"
    assert path(visitor.submit("/meedoen", answers)) == "/"
    assert "Hallo Aïcha" in words(visitor.get("/mijn"))
    member = members(writing)[0]
    assert (member.first_name, member.neighbourhood_id, member.email) == ("Aïcha", hood.id, NEW)
    assert member.trusted_at is None
    with visitor.client.session_transaction() as cookie:
        assert cookie["neighbourhood"] == hood.slug


def test_the_house_rules_that_were_accepted_are_written_down(browser, sign_in, answers, writing):
    visitor = browser()
    sign_in(visitor, NEW)
    visitor.submit("/meedoen", answers)
    with writing() as work:
        member = work.exec(select(Member)).one()
        assert work.exec(select(Acceptance).where(Acceptance.member_id == member.id)).all()


def test_a_newcomer_is_welcomed_by_mail(browser, sign_in, answers, hood, read_mail):
    visitor = browser()
    sign_in(visitor, NEW)
    visitor.submit("/meedoen", answers)
    text = read_mail(NEW)
    assert "Hallo Aïcha" in text
    assert f"Je doet nu mee in {hood.name}" in text


def test_the_neighbourhood_that_was_chosen_before_is_filled_in(browser, sign_in, hood):
    visitor = browser()
    with visitor.client.session_transaction() as cookie:
        cookie["neighbourhood"] = hood.slug
    sign_in(visitor, NEW)
    assert soup(visitor.get("/meedoen")).select_one("option[selected]")["value"] == hood.slug


def test_joining_leads_on_to_where_somebody_was_going(browser, sign_in, answers):
    visitor = browser()
    sign_in(visitor, NEW, "/inloggen?next=/mijn/gegevens")
    assert path(visitor.submit("/meedoen", answers)) == "/mijn/gegevens"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"first_name": " "}, "Vul je voornaam in."),
        ({"first_name": "x" * 41}, "Er mogen 40 tekens in."),
        ({"neighbourhood": ""}, "Kies je buurt."),
        ({"neighbourhood": "bestaat-niet"}, "Kies je buurt."),
        ({"sixteen": None}, "Kruis aan dat je 16 jaar of ouder bent."),
        ({"house_rules": None}, "Lees de spelregels"),
    ],
)
def test_what_is_missing_is_asked_again_and_the_rest_is_kept(browser, sign_in, answers, writing, wrong, sentence):
    visitor = browser()
    sign_in(visitor, NEW)
    given = {name: value for name, value in {**answers, **wrong}.items() if value is not None}
    answer = visitor.submit("/meedoen", given)
    page = soup(answer)
    assert answer.status_code == 422
    assert sentence in words(answer)
    if "first_name" not in wrong:
        assert page.select_one("input[name=first_name]")["value"] == "Aïcha"
    if "neighbourhood" not in wrong:
        assert page.select_one("option[selected]")["value"] == answers["neighbourhood"]
    assert members(writing) == []


def test_pasted_markup_is_only_a_name(browser, sign_in, answers):
    visitor = browser()
    sign_in(visitor, NEW)
    visitor.submit("/meedoen", {**answers, "first_name": "<b>Jan</b> & <i>Co"})
    assert "Hallo Jan & Co" in words(visitor.get("/mijn"))


def test_nobody_joins_without_a_proven_address(browser, answers, writing):
    visitor = browser()
    assert path(visitor.get("/meedoen")) == "/inloggen"
    assert path(visitor.post("/meedoen", answers)) == "/inloggen"
    assert members(writing) == []


def test_a_proof_is_good_for_an_hour_and_in_one_browser(app, writing, browser, sign_in, answers, clock):
    visitor = browser()
    sign_in(visitor, NEW)
    thief = Browser(app, writing)
    thief.client.set_cookie("b2b", visitor.client.get_cookie("b2b").value)
    assert path(thief.post("/meedoen", answers)) == "/inloggen"
    clock.advance(minutes=61)
    assert path(visitor.post("/meedoen", answers)) == "/inloggen"
    assert members(writing) == []


def test_a_double_click_makes_one_member(app, writing, browser, sign_in, answers):
    visitor = browser()
    sign_in(visitor, NEW)
    late = Browser(app, writing)
    for name in ("lc", "b2b"):
        late.client.set_cookie(name, visitor.client.get_cookie(name).value)
    visitor.submit("/meedoen", answers)
    assert late.post("/meedoen", answers).status_code == 303
    assert len(members(writing)) == 1
    assert late.get("/mijn").status_code == 303


def test_extra_fields_make_nobody_an_administrator(browser, sign_in, answers):
    visitor = browser()
    sign_in(visitor, NEW)
    visitor.submit(
        "/meedoen", {**answers, "role": "administrator", "trusted_at": "2020-01-01", "municipality_id": "2"}
    )
    assert visitor.get("/beheer/mensen").status_code == 403


TRICK = "Kаrin"
"""With a Cyrillic letter in it."""


def test_a_name_that_passes_for_a_neighbours_is_asked_about_and_comes_before_a_moderator(
    browser, sign_in, answers, hood, make, writing
):
    make.member("Karin", at=hood)
    visitor = browser()
    sign_in(visitor, NEW)
    asked = visitor.submit("/meedoen", answers | {"first_name": TRICK})
    assert asked.status_code == 422
    assert "lijkt erg op die van iemand anders" in words(asked)
    assert path(visitor.press(asked, button="Toch zo versturen", at="/meedoen")) == "/"
    newcomer = members(writing)[-1]
    with writing() as work:
        (item,) = work.exec(select(ReviewItem)).all()
        assert (item.target_kind, item.target_id) == (TargetKind.MEMBER, newcomer.id)
    moderator = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    assert "De naam lijkt erg op die van een ander" in words(moderator.get(f"/controleren/{item.reference}"))


def test_who_takes_an_ordinary_name_again_leaves_nothing_to_look_at(browser, make, hood, writing):
    make.member("Karin", at=hood)
    renamed = make.member("Carla", at=hood)
    visitor = browser(renamed)
    asked = visitor.submit("/mijn/gegevens", {"first_name": TRICK})
    assert path(visitor.press(asked, button="Toch zo versturen", at="/mijn/gegevens")) == "/mijn/gegevens"
    assert path(visitor.submit("/mijn/gegevens", {"first_name": "José"})) == "/mijn/gegevens"
    with writing() as work:
        assert work.exec(select(Signal)).all() == []
        assert work.exec(select(ReviewItem)).one().state is ReviewState.LAPSED


def test_who_lost_an_account_here_meets_a_person_who_decides_with_reasons(
    browser, sign_in, answers, make, writing, read_mail
):
    kees, mo = make.member("Kees", email=NEW), make.staff(Role.MODERATOR, "Mo")
    decided(writing, mo, noticed(writing, kees), DecisionKind.END, facts="Hij bedreigde een buur.")
    with writing() as work:
        row = work.get(Member, kees.id)
        row.state, row.email, row.email_key = MemberState.ERASED, None, b"gone"
    visitor = browser()
    sign_in(visitor, NEW)
    assert path(visitor.submit("/meedoen", answers)) == "/meedoen/we-kijken-samen"
    nadia = browser(make.staff(Role.ADMINISTRATOR, "Nadia"), second_factor=True)
    page = nadia.get("/beheer/maatregelen")
    assert "Aïcha" in words(page)
    at = soup(page).select_one('form[action^="/beheer/aanvragen/"]')["action"]
    answer = {"answer": "ja", "reasons": ""}
    without = nadia.press(page, answer, form=f'form[action="{at}"]')
    assert without.status_code == 422
    answer["reasons"] = "Het is lang geleden."
    assert nadia.press(without, answer, form=f'form[action="{at}"]').status_code == 303
    assert "Het is lang geleden." in read_mail(NEW)
    sign_in(visitor, NEW)
    assert path(visitor.submit("/meedoen", answers)) == "/"
