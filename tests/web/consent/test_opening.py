"""A municipality that is not open: everybody reads, nobody leaves anything, staff prepare; and then it opens."""

from datetime import date

import pytest

from b2b.authz.predicates import Role
from b2b.consent import service
from b2b.consent.queries import CONTACTS
from b2b.consent.rules import SIGNED, Signature
from b2b.municipalities import service as places
from tests.client import words

TAKING_PART = ("/meedoen", "/plaatsen", "/plaatsen?soort=vraag")


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def closed(town, writing):
    with writing() as work:
        places.close_down(work, town.id)


@pytest.fixture
def ada(make):
    return make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)


@pytest.fixture
def administrator(browser, ada):
    return browser(ada, second_factor=True)


@pytest.fixture
def everything_done(make, town, writing, ada):
    make.staff(Role.MODERATOR, "Mo", everywhere=True)
    make.staff(Role.COORDINATOR, "Els", everywhere=True)
    with writing() as work:
        for code in SIGNED:
            service.tick(work, town.id, code, Signature("Nadia", date(2026, 11, 2)))
        for subject in ("spelregels", "privacy"):
            service.adopt(work, town.id, subject)
        service.choose_insurance(work, town.id, "Vraag de gemeente of haar verzekering ook voor jou geldt.")
        for key in CONTACTS:
            places.choose(work, town.id, key, "14 030")


@pytest.mark.parametrize("url", TAKING_PART)
def test_nobody_takes_part_before_the_opening(browser, closed, url):
    page = browser().get(url)
    assert page.status_code == 403
    assert "In Utrecht kun je nog niet meedoen." in words(page)


@pytest.mark.parametrize(
    "url", ["/", "/spelregels", "/privacy", "/over-deze-site", "/hulp-bij-gevaar", "/melding", "/teksten"]
)
def test_everybody_reads_before_the_opening(browser, closed, url):
    assert browser().get(url).status_code == 200


def test_a_form_that_was_open_leaves_nothing_behind(browser, closed):
    assert browser().post("/plaatsen?soort=vraag", {"category": "tuin"}).status_code == 403
    assert browser().post("/meedoen", {"first_name": "Bram"}).status_code == 403


def test_somebody_who_joined_before_waits_too_but_staff_may_try(browser, closed, make, administrator):
    post = make.post(make.member("Bram"))
    fatima = browser(make.member("Fatima"))
    assert fatima.get("/plaatsen").status_code == 403
    assert fatima.get(f"/berichten/{post.reference}/reageren").status_code == 403
    assert fatima.get("/mijn/gegevens").status_code == 200
    assert administrator.get("/plaatsen").status_code == 200


def test_the_list_says_what_is_left_and_gives_no_button(administrator, closed):
    page = administrator.get("/beheer/opening")
    assert "Utrecht is nog niet open" in words(page)
    assert "0 van de 14 regels zijn klaar" in words(page)
    assert "Open Utrecht" not in words(page)
    assert administrator.post("/beheer/opening").status_code == 409


def test_somebody_signs_with_a_name_a_day_and_a_note(administrator, closed):
    answers = {"signed_by": "Jan de Boer, directeur", "signed_on": "2026-11-02", "note": "Zaak 2026-118"}
    assert administrator.submit("/beheer/opening/dpia", answers).status_code == 303
    page = words(administrator.get("/beheer/opening"))
    assert "Jan de Boer, directeur, 2 november 2026 Zaak 2026-118" in page
    assert "1 van de 14 regels zijn klaar" in page
    assert administrator.submit("/beheer/opening/dpia", button="weer open").status_code == 303
    assert "0 van de 14 regels" in words(administrator.get("/beheer/opening"))


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"signed_by": "", "signed_on": "2026-11-02"}, "Vul een naam of een functie in."),
        ({"signed_by": "Jan", "signed_on": ""}, "Kies een dag."),
        ({"signed_by": "Jan", "signed_on": "2027-01-01"}, "Deze dag is nog niet geweest."),
    ],
)
def test_a_signature_without_a_name_or_a_day_is_none(administrator, answers, says):
    page = administrator.submit("/beheer/opening/dpia", answers)
    assert page.status_code == 422
    assert says in words(page)


@pytest.mark.parametrize("item", ["moderators", "onzin"])
def test_nobody_signs_for_what_the_system_sees(administrator, item):
    assert administrator.get(f"/beheer/opening/{item}").status_code == 404
    assert administrator.post(f"/beheer/opening/{item}", {"signed_by": "X"}).status_code == 404


def test_with_everything_done_one_button_opens_the_door(administrator, browser, closed, everything_done):
    page = administrator.get("/beheer/opening")
    assert "14 van de 14 regels zijn klaar" in words(page)
    assert administrator.press(page, button="Open Utrecht").status_code == 303
    assert "Utrecht is open" in words(administrator.get("/beheer/opening"))
    assert browser().get("/plaatsen").status_code == 200


def test_a_neighbourhood_without_a_moderator_is_named(administrator, make):
    make.staff(Role.MODERATOR, "Mo")
    page = words(administrator.get("/beheer/opening"))
    assert "Deze buurten hebben nog geen moderator:" in page
    assert "1 buurten hebben er minder dan 2" in page
