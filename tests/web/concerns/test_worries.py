"""A neighbour is worried about somebody: little is asked, somebody looks, and the person hears of it."""

import pytest
from sqlmodel import select

from b2b.concerns import service
from b2b.concerns.models import EarlySignal, Worry
from b2b.core.audit import AuditEntry
from b2b.notifications.channels.twin import text_of
from tests.client import path, words

FORM = "/hulp/zorgen-over-een-buur"
TOLD = {
    "danger": "nee",
    "kind": "alone",
    "about": "de mevrouw op de hoek",
    "place": "flat aan de Zambesidreef",
    "words": "De gordijnen zijn al een week dicht.",
    "spoken": "not_yet",
}


@pytest.fixture
def bram(browser, make):
    return browser(make.member("Bram"))


@pytest.fixture
def only(writing):
    def read(kind=EarlySignal):
        with writing() as work:
            return work.exec(select(kind)).one()

    return read


def test_a_worry_reaches_the_desk_and_its_mail_says_nothing_of_anybody(bram, desk, only, mail, worker):
    asked = words(bram.get(FORM))
    assert asked.index("112") < asked.index("Over wie gaat het?")
    receipt = bram.submit(FORM, TOLD)
    assert receipt.status_code == 303
    assert "Je melding is binnen" in words(bram.get(path(receipt)))
    worker.run_until_quiet()
    told = text_of(mail.last("els@voorbeeld.nl"))
    assert only().reference in told
    assert not [word for word in ("mevrouw", "hoek", "gordijnen", "Bram") if word in told]
    assert "Een buur vertelde" in words(desk.get("/overdrachten/signalen"))
    page = words(desk.get(f"/overdrachten/signalen/{only().reference}"))
    assert "gordijnen" in page
    assert "Bram" not in page  # the box was not ticked


def test_the_same_form_twice_is_one_worry_and_a_fourth_in_a_week_is_refused(bram, writing, clock):
    for day in range(3):
        form = bram.get(FORM)
        assert form.status_code == 200
        bram.submit(FORM, TOLD | {"once": f"O-{day}"})
        bram.submit(FORM, TOLD | {"once": f"O-{day}"})
    with writing() as work:
        assert len(work.exec(select(Worry)).all()) == 3
    assert bram.submit(FORM, TOLD | {"once": "O-4"}).status_code == 429
    clock.advance(days=8)
    assert bram.submit(FORM, TOLD | {"once": "O-5"}).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"danger": "ja"}, "Bel nu 112"),
        ({"words": "Zij is dement."}, "Je schreef “dement”"),
        ({"about": ""}, "Een voornaam is genoeg"),
    ],
)
def test_danger_a_diagnosis_and_nobody_are_refused_and_what_was_typed_stays(bram, writing, wrong, sentence):
    answer = bram.submit(FORM, TOLD | wrong)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "flat aan de Zambesidreef" in answer.get_data(as_text=True)
    with writing() as work:
        assert work.exec(select(Worry)).all() == []


def test_the_desk_looks_and_a_worry_ends_with_how_the_person_heard_of_it(
    bram, desk, only, mail, worker, writing, clock
):
    bram.submit(FORM, TOLD | {"may_name": "y"})
    page = f"/overdrachten/signalen/{only().reference}"
    assert "Bram" in words(desk.get(page))
    desk.post(f"{page}/oppakken")
    worker.run_until_quiet()
    assert "Iemand van de gemeente gaat kijken" in text_of(mail.last("bram@voorbeeld.nl"))
    assert desk.post(f"{page}/opzij", {"reason": "Nee"}).status_code == 409
    assert desk.post(f"{page}/klaar").status_code == 422
    desk.submit(page, {"told": "spoken"}, button="Sluit deze melding")
    worker.run_until_quiet()
    last = text_of(mail.last("bram@voorbeeld.nl"))
    assert "De gemeente heeft gekeken" in last
    assert "gordijnen" not in last
    assert "heeft gekeken" in words(bram.get(f"{FORM}/{only(Worry).reference}"))
    with writing() as work:
        done = [entry.action for entry in work.exec(select(AuditEntry).order_by(AuditEntry.id))]
    assert {"worry.told", "worry.seen", "worry.closed"} <= set(done)
    clock.advance(days=91)
    with writing() as work:
        assert service.purge(work) == 2
        assert work.exec(select(Worry)).all() == work.exec(select(EarlySignal)).all() == []


def test_that_a_person_is_not_told_takes_a_second_person(bram, browser, desk, omar, only):
    bram.submit(FORM, TOLD | {"spoken": "unsafe"})
    page = f"/overdrachten/signalen/{only().reference}"
    assert "Overleg eerst met een collega" in words(desk.get(page))
    desk.post(f"{page}/oppakken")
    assert desk.submit(page, {"told": "dangerous"}, button="Sluit deze melding").status_code == 409
    second = browser(omar, second_factor=True)
    assert second.post(f"{page}/teruggeven").status_code == 409  # it is Els's
    assert second.submit(page, {"told": "spoken"}, button="Sluit deze melding").status_code == 409
    assert second.submit(page, {"told": "dangerous"}, button="Sluit deze melding").status_code == 303
    assert only().state == "done"


def test_who_told_it_never_handles_it_and_others_see_nothing(browser, make, els, only, writing):
    own = browser(els, second_factor=True)
    own.submit(FORM, TOLD)
    signal, worry = only(), only(Worry)
    assert own.get(f"/overdrachten/signalen/{signal.reference}").status_code == 404
    assert signal.reference not in words(own.get("/overdrachten/signalen"))
    assert own.get(f"{FORM}/{worry.reference}").status_code == 200
    stranger = browser(make.member("Roos"))
    assert stranger.get(f"{FORM}/{worry.reference}").status_code == 404
    assert stranger.get("/overdrachten/signalen").status_code == 403
    with writing() as work:
        stored = work.connection().exec_driver_sql("SELECT about, place, words FROM worries").one()
    assert not [cell for cell in stored if b"hoek" in bytes(cell) or b"gordijnen" in bytes(cell)]
