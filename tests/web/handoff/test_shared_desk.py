"""Two municipalities, one desk: both said yes, one list, one question at a time, and nothing else of the other town."""

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.core.ids import new_reference
from b2b.handoff import queries, service
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ConsentChanged, ContactWay, Question, consent_hash
from b2b.municipalities import service as towns
from b2b.notifications.channels.twin import text_of
from tests.client import Browser, path, soup, words

THERE = "127.0.0.1"


class AtHost(FlaskClient):
    """A browser at the address of one municipality."""

    at = "http://localhost"

    def open(self, *args, **options):
        return super().open(*args, **{"base_url": self.at, **options})

    def session_transaction(self, *args, **options):
        return super().session_transaction(*args, **{"base_url": self.at, **options})


@pytest.fixture
def eindhoven(make, writing):
    found = make.municipality("GM0772")
    with writing() as work:
        towns.show_at(work, found, THERE)
    return found


@pytest.fixture
def utrecht(make):
    return make.municipality()


@pytest.fixture
def at_eindhoven(app, writing, eindhoven):
    """A browser of somebody of the staff there."""

    def open_at(member):
        app.test_client_class = type("There", (AtHost,), {"at": f"http://{THERE}"})
        try:
            return Browser(app, writing, member, second_factor=True)
        finally:
            app.test_client_class = None

    return open_at


@pytest.fixture
def ewa(make):
    """A coordinator of all of Eindhoven."""
    return make.staff(Role.COORDINATOR, "Ewa", at=make.neighbourhood("BU07721110"), everywhere=True)


@pytest.fixture
def guest(at_eindhoven, ewa):
    return at_eindhoven(ewa)


@pytest.fixture
def share(writing, utrecht, eindhoven, clock):
    """Let both municipalities say yes."""
    with writing() as work:
        service.agree_to_share(work, utrecht.id, eindhoven.id)
        service.agree_to_share(work, eindhoven.id, utrecht.id)
    clock.advance(minutes=1)


@pytest.fixture
def ask_desk(fatima, writing, clock):
    """Ask the desk of Utrecht, as Fatima reads it at that moment."""
    whose = {
        "municipality_id": fatima.municipality_id,
        "neighbourhood_id": fatima.neighbourhood_id,
        "member_id": fatima.id,
    }

    def send(text="Mijn trap is gevaarlijk."):
        asked, once = Question("Fatima", "Zambesidreef", text, ContactWay.EMAIL, fatima.email), new_reference("O")
        with writing() as work:
            whole = queries.with_messages(work, asked, **whose, once=once, at=clock())
            return service.hand_over(work, **whose, question=whole, agreed_to=consent_hash(whole), once=once)

    return send


def lines(browser, lane="nieuw"):
    """Return (number, place) of each line of a part of the list."""
    rows = soup(browser.get(f"/overdrachten?toon={lane}")).select("tbody tr")
    return [tuple(row.select("td")[n].get_text(" ", strip=True) for n in (0, 1)) for row in rows]


def test_it_takes_a_yes_of_both_and_the_resident_reads_it_before_sending(
    browser, at_eindhoven, guest, make, ask_desk, page_of, fatima, eindhoven, clock
):
    before = ask_desk("Van voor het delen.")
    clock.advance(minutes=1)
    ada = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    at = make.neighbourhood("BU07721110")
    eva = at_eindhoven(make.staff(Role.ADMINISTRATOR, "Eva", at=at, everywhere=True))
    ada.submit("/beheer/gedeeld-loket", button="Deel ons loket met Eindhoven")
    assert "Wacht op de ander" in words(ada.get("/beheer/gedeeld-loket"))
    assert "Gemeente Utrecht wil het loket met jullie delen" in words(eva.get("/beheer/gedeeld-loket"))
    resident, question = browser(fatima), {"question": "Mijn trap.", "way": "email", "phone": ""}
    assert "Eindhoven" not in words(resident.submit("/hulp-van-de-gemeente", question))
    alone = ask_desk("Nog niet gedeeld.")
    clock.advance(minutes=1)
    eva.submit("/beheer/gedeeld-loket", button="Deel ons loket met Utrecht")
    assert "Jullie delen één loket" in words(ada.get("/beheer/gedeeld-loket"))
    told = words(resident.submit("/hulp-van-de-gemeente", question))
    assert "Het loket van gemeente Eindhoven. Jouw gemeente deelt haar loket." in told
    clock.advance(minutes=1)
    shared = ask_desk()
    assert lines(guest) == [(shared.reference, "Bedrijventerrein en omgeving · Utrecht")]
    # What was sent before did not say that somebody else would read it.
    for hidden in (before, alone):
        assert guest.get(page_of(hidden)).status_code == 404
        assert guest.post(f"{page_of(hidden)}/oppakken").status_code == 404


def test_a_guest_does_all_there_and_nobody_there_learns_more_than_the_town(
    browser, desk, guest, ewa, share, ask_desk, page_of, fatima, mail, worker, writing
):
    asked = ask_desk()
    assert "Mijn trap is gevaarlijk." in words(guest.get(page_of(asked)))
    guest.submit(page_of(asked), button="Ik pak deze vraag op")
    worker.run_until_quiet()
    claimed = text_of(mail.last("fatima@voorbeeld.nl"))
    assert "Een medewerker van gemeente Eindhoven heeft je vraag opgepakt" in " ".join(claimed.split())
    assert "Ewa" not in claimed
    guest.submit(page_of(asked), {"notitie-text": "Morgen kijk ik mee."}, button="Bewaar notitie")
    guest.submit(page_of(asked), {"uitkomst-outcome": "spoken"}, button="Bewaar hoe het ging")
    guest.submit(page_of(asked), {"vraag-text": "Welke trap?", "vraag-days": "5"}, button="Stel de vraag")
    assert lines(guest, "wacht") == [(asked.reference, "Bedrijventerrein en omgeving · Utrecht")]
    seen = words(browser(fatima).get(page_of(asked)))
    assert "Een medewerker van gemeente Eindhoven heeft je vraag opgepakt" in seen
    assert "een medewerker van gemeente Eindhoven" in words(desk.get(page_of(asked)))
    assert "een medewerker van gemeente Eindhoven" in words(desk.get("/overdrachten?toon=wacht"))
    link = next(one["href"] for one in soup(browser(fatima).get(page_of(asked))).select("main a[href*='/antwoord/']"))
    browser().submit(link, {"answer": "De trap naar zolder."})
    worker.run_until_quiet()
    assert page_of(asked) in text_of(mail.last("ewa@voorbeeld.nl"))
    assert THERE not in text_of(mail.last("fatima@voorbeeld.nl"))
    assert "De trap naar zolder." in words(guest.get(page_of(asked)))
    sent = guest.submit(page_of(asked), {"note": "Er komt een leuning."}, button="Klaar")
    assert path(sent) == "/overdrachten"
    for reader in (browser(fatima), desk):
        assert "Ewa" not in reader.get(page_of(asked)).text
    with writing() as work:
        log = work.exec(select(AuditEntry).where(AuditEntry.actor_id == ewa.id)).all()
        assert {one.municipality_id for one in log} == {fatima.municipality_id}
        assert "handoff.seen" in {one.action for one in log}


def test_the_log_of_the_town_says_whose_worker_looked(browser, guest, share, ask_desk, page_of, make):
    asked = ask_desk()
    guest.get(page_of(asked))
    ada = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    told = words(ada.get("/beheer/wie-heeft-dit-gezien", query_string={"wat": asked.reference}))
    assert "een medewerker van gemeente Eindhoven" in told
    assert "Ewa" not in told


def test_a_desk_hears_of_what_comes_in_elsewhere_where_it_signs_in(
    guest, ewa, share, ask_desk, page_of, mail, worker, make
):
    part = make.staff(Role.COORDINATOR, "Deel", at=make.neighbourhood("BU07721110"))
    asked = ask_desk()
    worker.run_until_quiet()
    news = text_of(mail.last("ewa@voorbeeld.nl"))
    assert "(Utrecht)" in news
    assert page_of(asked) in news
    assert not [one for one in mail.sent if part.email in one["To"]]
    told = soup(guest.get("/berichten-voor-jou")).select_one("main h2 a")["href"]
    assert "Bedrijventerrein en omgeving (Utrecht)" in words(guest.get(told))


def test_only_who_serves_the_whole_town_serves_another(at_eindhoven, share, ask_desk, page_of, make):
    asked = ask_desk()
    at = make.neighbourhood("BU07721110")
    for role, everywhere in ((Role.COORDINATOR, False), (Role.MODERATOR, True), (Role.ADMINISTRATOR, True)):
        other = at_eindhoven(make.staff(role, f"Wie{role}", at=at, everywhere=everywhere))
        assert other.get(page_of(asked)).status_code == 404
        assert other.post(f"{page_of(asked)}/oppakken").status_code == 404


def test_it_works_both_ways_and_many_are_taken_at_once(browser, guest, ewa, make, share, ask_desk, now_is, page_of):
    first, second = ask_desk("1"), ask_desk("2")
    ticked = {"wie": [first.reference, second.reference]}
    assert "Gelukt: 2." in words(guest.follow(guest.post("/overdrachten/samen", ticked)))
    assert {now_is(one).claimed_by_id for one in (first, second)} == {ewa.id}
    # The neighbourhoods and colleagues of the form are those of home.
    passed = {**ticked, "doorgeven": "ja", "door-to": "buurt:binnenstad", "door-why": "Verhuisd.", "door-once": "O-1"}
    answer = guest.post("/overdrachten/samen?toon=mijn", passed)
    assert {now_is(one).claimed_by_id for one in (first, second)} == {ewa.id}
    assert answer.status_code in (303, 422)
    els = browser(make.staff(Role.COORDINATOR, "Alles", everywhere=True), second_factor=True)
    assert els.get(page_of(first)).status_code == 200
    assert els.post(f"{page_of(first)}/oppakken").status_code == 409


def test_who_is_away_at_home_is_away_here_too(browser, els, desk, guest, share, ask_desk, page_of, now_is):
    asked = ask_desk()
    guest.post(f"{page_of(asked)}/oppakken")
    assert desk.post(f"{page_of(asked)}/overnemen").status_code == 409
    guest.submit("/overdrachten/afwezig", {"last": "2026-11-30"})
    assert "(nu afwezig)" in words(desk.get(page_of(asked)))
    desk.submit(page_of(asked), button="Ik neem deze vraag over")
    assert now_is(asked).claimed_by_id == els.id


def test_ending_it_ends_access_at_once_and_what_was_taken_comes_back(
    browser, desk, guest, make, share, ask_desk, page_of, now_is, fatima
):
    taken, spoken, waiting = ask_desk("1"), ask_desk("2"), ask_desk("3")
    for one in (taken, spoken, waiting):
        guest.post(f"{page_of(one)}/oppakken")
    guest.submit(page_of(spoken), button="Ik heb de bewoner gesproken")
    guest.submit(page_of(waiting), {"vraag-text": "Hoe laat?", "vraag-days": "5"}, button="Stel de vraag")
    ada = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    ada.submit("/beheer/gedeeld-loket", button="Stop met Eindhoven")
    assert lines(guest) == lines(guest, "mijn") == []
    for one in (taken, spoken, waiting):
        assert guest.get(page_of(one)).status_code == 404
        assert guest.post(f"{page_of(one)}/klaar", {"note": "x"}).status_code == 404
        assert (now_is(one).state, now_is(one).claimed_by_id) == ("new", None)
    assert {reference for reference, _ in lines(desk)} == {one.reference for one in (taken, spoken, waiting)}
    own = browser(fatima)
    assert "Je eigen gemeente pakt je vraag weer op" in words(own.get(page_of(waiting)))
    link = next(one["href"] for one in soup(own.get(page_of(waiting))).select("main a[href*='/antwoord/']"))
    browser().submit(link, {"answer": "Om tien uur."})
    assert "Om tien uur." in words(desk.get(page_of(waiting)))
    assert "Niet gedeeld" in words(ada.get("/beheer/gedeeld-loket"))


def test_a_text_that_does_not_name_the_other_desk_is_not_sent(fatima, writing, share):
    asked = Question("Fatima", "Zambesidreef", "Mijn trap.", ContactWay.EMAIL, fatima.email)
    with pytest.raises(ConsentChanged), writing() as work:
        service.hand_over(
            work,
            municipality_id=fatima.municipality_id,
            neighbourhood_id=fatima.neighbourhood_id,
            member_id=fatima.id,
            question=asked,
            agreed_to=consent_hash(asked),
            once="O-1",
        )
    with writing() as work:
        assert work.exec(select(Handoff)).all() == []
