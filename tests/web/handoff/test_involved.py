"""Who is involved: references and never content; and sharing without consent takes a second person."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.handoff import service
from b2b.handoff.models import ConsentException, Referral
from b2b.notifications.channels.twin import text_of
from tests.client import path, words

REFERRED = {"uitkomst-outcome": "referred", "uitkomst-organisation": "Schuldhulp"}
DANGER = {"ground": "life", "organisation": "Veilig Thuis", "words": "Er is een wapen in huis."}


@pytest.fixture
def taken(desk, question, page_of):
    """A question that Els has."""
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    return asked


def share(desk, address, **more):
    return desk.submit(f"{address}/zonder-toestemming", {**DANGER, **more})


def test_a_resident_and_the_desk_see_who_is_involved_and_never_why(browser, desk, taken, page_of, fatima, make):
    desk.submit(page_of(taken), REFERRED, button="Bewaar hoe het ging")
    seen = words(browser(fatima).get("/mijn/betrokken"))
    assert "Schuldhulp" in seen
    assert taken.reference in seen
    assert "trap" not in seen
    assert "Schuldhulp" in words(desk.get(page_of(taken)))
    assert "Schuldhulp" not in words(browser(make.member("Bram")).get("/mijn/betrokken"))


def test_a_resident_says_that_an_organisation_is_done(browser, desk, taken, page_of, fatima, writing, clock):
    desk.submit(page_of(taken), REFERRED, button="Bewaar hoe het ging")
    resident = browser(fatima)
    resident.submit("/mijn/betrokken", button="Dit is klaar")
    assert "Schuldhulp" not in words(resident.get("/mijn/betrokken"))
    clock.advance(days=31)
    with writing() as work:
        assert service.purge_referrals(work) == 1
        assert work.exec(select(Referral)).all() == []


def test_what_is_shared_without_a_yes_is_told_at_once_and_a_second_person_looks(
    browser, desk, omar, taken, page_of, fatima, mail, worker, writing
):
    assert share(desk, page_of(taken)).status_code == 303
    worker.run_until_quiet()
    told = text_of(mail.last("fatima@voorbeeld.nl"))
    assert "zonder jouw ja" in told
    assert "Veilig Thuis" not in told
    with writing() as work:
        address = f"/overdrachten/uitzonderingen/{work.exec(select(ConsentException)).one().reference}"
    assert address in text_of(mail.last("omar@voorbeeld.nl"))
    assert desk.post(address, {"ja": "ja"}).status_code == 403  # nobody confirms their own
    second = browser(omar, second_factor=True)
    assert "wapen" in words(second.get(address))
    second.submit(address, button="Ja, dit was nodig")
    assert "Bekeken door Omar" in words(desk.get(address))
    assert second.post(address).status_code == 409
    assert browser(fatima).get(address).status_code == 404
    assert "Veilig Thuis" in words(browser(fatima).get("/mijn/betrokken"))


def test_what_is_dangerous_to_tell_is_kept_quiet_until_a_second_person_says_it_was_wrong(
    browser, desk, omar, taken, page_of, fatima, mail, worker, writing
):
    share(desk, page_of(taken), secret="y")
    worker.run_until_quiet()
    assert "zonder jouw ja" not in str(mail.sent)
    assert "Veilig Thuis" not in words(browser(fatima).get("/mijn/betrokken"))
    assert "Veilig Thuis" in words(desk.get(page_of(taken)))
    with writing() as work:
        made = work.exec(select(ConsentException)).one()
    browser(omar, second_factor=True).submit(
        f"/overdrachten/uitzonderingen/{made.reference}", button="Nee, dit had niet gemogen"
    )
    worker.run_until_quiet()
    assert "zonder jouw ja" in text_of(mail.last("fatima@voorbeeld.nl"))


def test_nobody_looking_within_a_day_is_noted_and_goes_to_the_administrator(
    desk, taken, page_of, make, clock, writing, mail, worker
):
    make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)
    share(desk, page_of(taken))
    clock.advance(hours=24)
    with writing() as work:
        assert service.lapse_exceptions(work) == 1
        assert service.lapse_exceptions(work) == 0
        assert work.exec(select(ConsentException)).one().state == "lapsed"
    worker.run_until_quiet()
    assert "zonder toestemming" in text_of(mail.last("ada@voorbeeld.nl"))


def test_there_is_no_exception_without_a_reason_of_the_list(desk, taken, page_of, writing):
    for wrong in ({"ground": "handig"}, {"organisation": ""}, {"words": ""}):
        assert share(desk, page_of(taken), **wrong).status_code == 422
    with writing() as work:
        assert work.exec(select(ConsentException)).all() == []


def test_staff_of_elsewhere_see_nothing_of_it(browser, desk, taken, page_of, make, writing):
    share(desk, page_of(taken))
    with writing() as work:
        address = f"/overdrachten/uitzonderingen/{work.exec(select(ConsentException)).one().reference}"
    far = make.staff(Role.COORDINATOR, "Ver", at=make.neighbourhood("BU03440111"))
    abroad = make.staff(Role.COORDINATOR, "Eef", at=make.neighbourhood("BU07721110"))
    assert browser(far, second_factor=True).get(address).status_code == 404
    assert path(browser(abroad, second_factor=True).get(address)) == "/inloggen"
