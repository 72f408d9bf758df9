"""An administrator connects a system; a resident sees what goes there; the desk sees whether it arrived."""

import json

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.handoff import service
from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.openklant_twin import Twin, officer
from b2b.handoff.connectors.openklant_twin.server import notice
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.models import Attempt, Connection, Handoff
from b2b.handoff.rules import ZGW, HandoffState
from b2b.jobs.models import Job
from b2b.municipalities import service as areas
from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words

TOKEN = "a-token-of-the-municipality"
QUESTION = "Mijn trap is gevaarlijk en ik durf niet meer naar boven."
ANSWERS = {
    "secret": TOKEN,
    "callback_secret": "een-lang-wachtwoord",
    "team_name": "Buurtregisseurs",
    "team_id": "buurtregisseurs",
    "team_type": "grp",
    "make_team": "y",
}


@pytest.fixture
def twin():
    with Twin(TOKEN) as running:
        yield running


@pytest.fixture
def outside(mail):
    return {"mail": mail, "connectors": Registry([OpenKlantConnector()])}


@pytest.fixture
def administrator(make, browser):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


@pytest.fixture
def connected(administrator, twin, worker):
    made = administrator.submit("/beheer/koppelingen/nieuw/openklant", {"address": twin.address, **ANSWERS})
    worker.run_until_quiet()
    return path(made)


def sent(resident):
    preview = resident.submit("/hulp-van-de-gemeente", {"question": QUESTION, "way": "phone", "phone": "06 12345678"})
    return preview, path(resident.press(preview, button="Ja, verstuur dit"))


def one(writing, model):
    with writing() as work:
        return work.exec(select(model)).one()


def test_a_connection_is_tried_out_and_its_secrets_never_come_back(administrator, connected):
    page = administrator.get(connected)
    assert "Open Klant geeft antwoord" in words(page)
    for secret in (TOKEN, ANSWERS["callback_secret"]):
        assert secret not in page.text
    assert "Doet het" in words(administrator.get("/beheer/koppelingen"))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"address": "ftp://x"}, "begint met https://"),
        ({"address": "https://openklant.example/api", "secret": ""}, "Vul de sleutel in"),
        ({"address": "https://openklant.example/api", "team_id": ""}, "Vul het kenmerk"),
    ],
)
def test_what_cannot_be_comes_back_with_a_sentence(administrator, answers, sentence):
    refused = administrator.submit("/beheer/koppelingen/nieuw/openklant", {**ANSWERS, **answers})
    assert refused.status_code == 422
    assert sentence in words(refused)


def test_the_same_connection_twice_is_refused(administrator, connected, twin):
    again = administrator.submit("/beheer/koppelingen/nieuw/openklant", {"address": twin.address, **ANSWERS})
    assert again.status_code == 409


def test_an_empty_secret_keeps_the_one_there_is(administrator, connected, twin, writing):
    kept = {**ANSWERS, "secret": "", "callback_secret": "", "address": twin.address, "team_name": "Anders"}
    administrator.submit(connected, kept, button="Sla op")
    connection = one(writing, Connection)
    assert (connection.secret, connection.options["team_name"]) == (TOKEN, "Anders")


def test_a_connection_that_is_taken_away_has_no_secrets_left(administrator, connected, writing):
    administrator.submit(connected, button="Haal de koppeling weg")
    connection = one(writing, Connection)
    assert (connection.secret, connection.callback_secret, connection.is_active) == (None, None, False)


def test_the_resident_sees_byte_for_byte_what_the_register_gets(browser, make, connected, twin, worker):
    preview, _ = sent(browser(make.member("Fatima")))
    shown = [each.text for each in soup(preview).select("pre.b2b-literal")]
    worker.run_until_quiet()
    (got,) = [body for method, where, body in twin.calls if (method, where) == ("POST", "/maak-klantcontact")]
    assert got in shown
    assert "trap" not in "".join(body for _, _, body in twin.calls)


def test_a_preview_of_yesterday_is_shown_once_more(browser, make, connected, clock, writing):
    resident = browser(make.member("Fatima"))
    answers = {"question": QUESTION, "way": "phone", "phone": "06 12345678"}
    preview = resident.submit("/hulp-van-de-gemeente", answers)
    clock.advance(hours=13)
    assert resident.press(preview, button="Ja, verstuur dit").status_code == 409
    with writing() as work:
        assert work.exec(select(Handoff)).all() == []


def test_the_desk_sees_the_delivery_and_tries_again_what_was_given_up(browser, make, connected, worker, writing):
    _, address = sent(browser(make.member("Fatima")))
    with writing() as work:
        attempt = work.exec(select(Attempt)).one()
        service.not_delivered(work, attempt.id, "kapot", final=True)
    els = browser(make.staff(Role.COORDINATOR, "Els"), second_factor=True)
    assert "niet gelukt" in words(els.get(address))
    els.submit(address, button="Probeer het opnieuw")
    worker.run_until_quiet()
    assert one(writing, Attempt).number in words(els.get(address))


class TestNotifications:
    @pytest.fixture
    def hooked(self, browser, make, connected, worker, writing, twin):
        """The address of a sent question, and how the municipality calls us."""
        _, address = sent(browser(make.member("Fatima")))
        worker.run_until_quiet()
        return f"/koppelingen/{one(writing, Connection).reference}/notificaties"

    def call(self, app, where, body, secret="een-lang-wachtwoord"):
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        return app.test_client().post(where, json=body, headers=headers)

    @pytest.mark.parametrize("secret", ["", "fout", "een-lang-wachtwoord2"])
    def test_without_the_secret_nothing_is_heard(self, app, hooked, secret):
        assert self.call(app, hooked, {}, secret).status_code == 401

    @pytest.mark.parametrize(
        "body", [{}, [], {"resourceUrl": "http://elders.example/internetaken/1"}, {"resourceUrl": 3}]
    )
    def test_what_is_not_ours_is_taken_in_silence_and_kept_nowhere(self, app, hooked, body, writing):
        before = self.jobs(writing)
        assert self.call(app, hooked, body).status_code == 204
        assert self.jobs(writing) == before

    def test_a_change_there_is_followed_and_no_word_of_it_is_kept(self, app, hooked, twin, worker, clock, writing):
        (task,) = twin.store.things["internetaken"].values()
        officer.act(twin.store, f"/taken/{task['uuid']}/afronden")
        told = notice(task) | {"kenmerken": {"toelichting": "kanarie"}}
        for _ in range(3):
            assert self.call(app, hooked, told).status_code == 204
        with writing() as work:
            assert "kanarie" not in json.dumps([job.payload for job in work.exec(select(Job))])
        clock.advance(seconds=11)
        worker.run_until_quiet()
        assert one(writing, Handoff).state is HandoffState.DONE

    def jobs(self, writing):
        with writing() as work:
            return len(work.exec(select(Job)).all())


class TestLinkInTheMail:
    @pytest.fixture
    def outside(self, mail):
        return {"mail": mail}

    @pytest.fixture
    def link(self, administrator, browser, make, worker, mail):
        administrator.submit("/beheer/koppelingen/nieuw/email", {"address": "loket@gemeente.example"})
        sent(browser(make.member("Fatima")))
        worker.run_until_quiet()
        letter = text_of(mail.last("loket@gemeente.example"))
        return next(word for word in letter.split() if "/loket/" in word).removeprefix("http://localhost")

    def test_the_link_shows_no_word_before_the_button_is_pressed(self, browser, link, writing):
        stranger = browser()
        assert "trap" not in words(stranger.get(link))
        stranger.submit(link, button="Laat de vraag zien")
        assert QUESTION in words(stranger.get(link))
        with writing() as work:
            seen = work.exec(select(AuditEntry).where(AuditEntry.action == "handoff.seen")).all()
            assert len(seen) == 1

    def test_the_words_close_and_the_link_ends(self, browser, link, clock):
        stranger = browser()
        stranger.submit(link, button="Laat de vraag zien")
        clock.advance(minutes=31)
        assert "trap" not in words(stranger.get(link))
        clock.advance(days=3)
        assert stranger.get(link).status_code == 404

    def test_a_withdrawn_question_is_behind_no_link(self, browser, link, writing):
        with writing() as work:
            service.withdraw(work, work.exec(select(Handoff)).one())
        assert browser().get(link).status_code == 404

    def test_the_mail_holds_no_word_of_the_resident(self, link, mail):
        letter = str(mail.last("loket@gemeente.example"))
        for word in ("trap", "Fatima", "12345678"):
            assert word not in letter


CASES = {
    "address": "https://zaken.gemeente.example/zaken/api/v1",
    "client_id": "buurthulp",
    "secret": "een-geheim-van-ten-minste-32-tekens",
    "organisation": "002220647",
    "case_type": "https://zaken.gemeente.example/catalogi/api/v1/zaaktypen/1",
    "state_type": "https://zaken.gemeente.example/catalogi/api/v1/statustypen/1",
    "asker_role": "https://zaken.gemeente.example/catalogi/api/v1/roltypen/1",
    "team_role": "https://zaken.gemeente.example/catalogi/api/v1/roltypen/2",
    "team_name": "Buurtregisseurs",
    "team_id": "buurtregisseurs",
}


def test_a_case_system_is_offered_only_where_the_municipality_chose_cases(administrator, writing, make):
    new = "/beheer/koppelingen/nieuw/zgw"
    assert administrator.get(new).status_code == 404
    assert "Zaaksysteem" not in words(administrator.get("/beheer/koppelingen"))
    with writing() as work:
        areas.choose(work, make.municipality().id, ZGW, True)
    assert "Zaaksysteem" in words(administrator.get("/beheer/koppelingen"))
    wrong = administrator.submit(
        new, CASES | {"organisation": "123456789", "secret": "kort", "case_type": "http://x", "outcome": "geregeld"}
    )
    assert wrong.status_code == 422
    assert all(told in words(wrong) for told in ("9 cijfers", "te kort", "https://"))
    assert soup(wrong).select_one('[name="outcome"]')["aria-invalid"] == "true"
    made = administrator.submit(new, CASES)
    assert made.status_code == 303
    shown = administrator.get(path(made))
    assert CASES["secret"] not in shown.get_data(as_text=True)
    assert soup(shown).select_one('[name="case_type"]')["value"] == CASES["case_type"]
