"""My page leads to everything of mine; my data and devices are in my own hand."""

import pytest
from sqlmodel import select

from b2b.accounts import queries
from b2b.accounts.models import Member
from b2b.accounts.service import people, sessions
from tests.client import path, soup, words

DATA, EMAIL, DEVICES = "/mijn/gegevens", "/mijn/gegevens/e-mailadres", "/mijn/apparaten"


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email="fatima@voorbeeld.nl")


@pytest.fixture
def mine(browser, fatima):
    return browser(fatima)


def stored(writing, member):
    with writing() as work:
        return work.get(Member, member.id)


@pytest.mark.parametrize("page", ["/mijn", DATA, EMAIL, DEVICES, "/mijn/geblokkeerd", f"{EMAIL}/code"])
def test_my_pages_are_for_who_is_signed_in(browser, page):
    assert browser().get(page).headers["Location"].startswith("/inloggen?next=")


def test_my_page_leads_to_everything(mine, fatima):
    page = mine.get("/mijn")
    assert "Hallo Fatima" in words(page)
    links = [link["href"] for link in soup(page).select(".b2b-way__link")]
    assert {DATA, DEVICES, "/mijn/geblokkeerd"} <= set(links)
    assert all(mine.get(link).status_code == 200 for link in links)


def test_my_page_costs_few_questions(app, mine, listen):
    mine.get("/mijn")
    asked = []
    listen(app.database.read, "before_cursor_execute", lambda *a: asked.append(a[2]))
    mine.get("/mijn")
    assert len(asked) <= 2, asked


def test_name_and_neighbourhood_can_change(mine, fatima, make, writing):
    other = make.neighbourhood("BU03440311")
    answer = mine.submit(DATA, {"first_name": " Faat ", "neighbourhood": other.slug})
    assert path(answer) == DATA
    assert "Je gegevens zijn bewaard." in words(mine.follow(answer))
    member = stored(writing, fatima)
    assert (member.first_name, member.neighbourhood_id) == ("Faat", other.id)


@pytest.mark.parametrize("wrong", [{"first_name": ""}, {"first_name": "x" * 41}, {"neighbourhood": "nergens"}])
def test_a_mistake_in_my_data_is_shown_and_changes_nothing(mine, fatima, writing, wrong):
    answer = mine.submit(DATA, wrong)
    assert answer.status_code == 422
    assert soup(answer).title.get_text().startswith("Fout:")
    assert stored(writing, fatima).first_name == "Fatima"


def test_a_new_address_is_proven_and_the_old_one_hears_of_it(mine, fatima, writing, code_for, read_mail, browser):
    with writing() as work:
        sessions.open_session(work, fatima, "Oude telefoon")
    mine.submit(EMAIL, {"email": "Nieuw@Voorbeeld.nl"})
    answer = mine.submit(f"{EMAIL}/code", {"code": code_for("nieuw@voorbeeld.nl")})
    assert "Je nieuwe e-mailadres is bewaard." in words(mine.follow(answer))
    assert stored(writing, fatima).email == "nieuw@voorbeeld.nl"
    assert "n…@voorbeeld.nl" in read_mail("fatima@voorbeeld.nl")
    assert [device.label for device in devices_of(writing, fatima)] == ["Testbrowser"]


def devices_of(writing, member):
    with writing() as work:
        return queries.devices(work, member.id, None)


def test_a_wrong_code_leaves_the_address_as_it_was(mine, fatima, writing, code_for):
    mine.submit(EMAIL, {"email": "nieuw@voorbeeld.nl"})
    wrong = f"{(int(code_for('nieuw@voorbeeld.nl')) + 1) % 10**6:06d}"
    assert mine.submit(f"{EMAIL}/code", {"code": wrong}).status_code == 422
    assert stored(writing, fatima).email == "fatima@voorbeeld.nl"


def test_a_code_for_signing_in_changes_no_address_and_the_other_way_round(browser, mine, fatima, writing, code_for):
    mine.submit("/inloggen?opnieuw=1", {"email": "nieuw@voorbeeld.nl"})
    with mine.client.session_transaction() as cookie:
        cookie["new_email"] = "nieuw@voorbeeld.nl"
    answer = mine.submit(f"{EMAIL}/code", {"code": code_for("nieuw@voorbeeld.nl")})
    assert answer.status_code == 422
    assert stored(writing, fatima).email == "fatima@voorbeeld.nl"


def test_an_address_of_somebody_else_is_only_told_to_who_can_read_its_mail(mine, make, fatima, writing, code_for):
    make.member("Jan", email="jan@voorbeeld.nl")
    answer = mine.submit(EMAIL, {"email": "jan@voorbeeld.nl"})
    assert path(answer) == f"{EMAIL}/code"
    answer = mine.submit(f"{EMAIL}/code", {"code": code_for("jan@voorbeeld.nl")})
    assert (answer.status_code, "hoort al bij een ander account" in words(answer)) == (409, True)
    assert stored(writing, fatima).email == "fatima@voorbeeld.nl"


def test_who_signed_in_long_ago_proves_it_again_first(mine, fatima, clock, code_for):
    clock.advance(minutes=16)
    detour = mine.get(EMAIL)
    assert path(detour) == "/inloggen"
    page = mine.follow(detour)
    assert "Log opnieuw in" in words(page)
    mine.submit(detour.headers["Location"], {"email": "fatima@voorbeeld.nl"})
    answer = mine.submit("/inloggen/code", {"code": code_for("fatima@voorbeeld.nl")})
    assert path(answer) == EMAIL
    assert mine.get(EMAIL).status_code == 200


@pytest.mark.parametrize("url", [EMAIL, f"{EMAIL}/code"])
def test_an_old_session_cannot_skip_the_proof(mine, fatima, writing, clock, url):
    with mine.client.session_transaction() as cookie:
        cookie["new_email"] = "nieuw@voorbeeld.nl"
    clock.advance(minutes=16)
    assert mine.post(url, {"email": "nieuw@voorbeeld.nl", "code": "123456"}).status_code == 303
    assert stored(writing, fatima).email == "fatima@voorbeeld.nl"


def test_one_device_can_be_signed_out_and_all_others_at_once(browser, fatima):
    phone, laptop, tablet = browser(fatima), browser(fatima), browser(fatima)
    page = soup(phone.get(DEVICES))
    assert len(page.select(".b2b-list__item")) == 3
    assert "Dit apparaat" in page.select(".b2b-list__item")[0].get_text()
    other = page.select(".b2b-list__item")[1].form["action"]
    assert path(phone.post(other)) == DEVICES
    assert sorted(visitor.get("/mijn").status_code for visitor in (laptop, tablet)) == [200, 303]
    phone.submit(DEVICES, button="Log alle andere apparaten uit")
    assert [visitor.get("/mijn").status_code for visitor in (phone, laptop, tablet)] == [200, 303, 303]


def test_signing_this_device_out_in_the_list_is_signing_out(mine):
    assert path(mine.submit(DEVICES, button="Log uit")) == "/uitgelogd"
    assert mine.get("/mijn").status_code == 303


def test_nobody_signs_out_a_device_of_somebody_else(browser, make, fatima, writing):
    fatimas, jans = browser(fatima), browser(make.member("Jan"))
    action = soup(fatimas.get(DEVICES)).select_one(".b2b-list__item form")["action"]
    assert jans.post(action).status_code == 404
    assert fatimas.get("/mijn").status_code == 200
    assert jans.post("/mijn/apparaten/S-0000-0000/uitloggen").status_code == 404


def test_a_page_of_mine_leaves_no_copy_on_a_shared_phone(mine):
    assert mine.get(DATA).headers["Cache-Control"] == "no-store"
    assert mine.post("/uitloggen").headers["Clear-Site-Data"] == '"cache", "storage"'


def test_signing_out_twice_is_fine(mine):
    assert mine.post("/uitloggen").status_code == 303
    assert mine.post("/uitloggen").status_code == 303


def test_a_member_of_another_municipality_is_nobody_here(browser, make, writing):
    elsewhere = make.member("Eef", at=make.neighbourhood("BU07721110"), email="eef@voorbeeld.nl")
    assert browser(elsewhere).get("/mijn").status_code == 303
    with writing() as work:
        assert work.exec(select(Member)).one().municipality_id == people.known(work, elsewhere.id).municipality_id
