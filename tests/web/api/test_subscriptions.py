"""A system hears that something changed: signed, at a real address, again when it failed, and not after it stopped."""

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from b2b.api import service
from b2b.authz.predicates import Role
from b2b.core.webhooks import signed
from b2b.handoff import service as handoffs
from b2b.handoff.models import Handoff
from tests.client import words


class Receiver(ThreadingHTTPServer):
    """A receiver on this machine; it answers `status` and keeps what came."""

    status = 204

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.came = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/haak"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.came.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/elders")
        self.end_headers()

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture
def outside(mail):
    """A name that leads inside must not be our own mail server's: that would be waited for."""
    return {"mail": mail}


@pytest.fixture
def receiver():
    with standing() as server:
        yield server


@contextmanager
def standing():
    server = Receiver()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def subscribe(there, url, *happenings, **more):
    return there.ask("POST", "/abonnementen", json={"url": url, "gebeurtenissen": list(happenings)}, **more)


def claim(make, handoff):
    with make.writing() as work:
        handoffs.claim(work, work.get_one(Handoff, handoff.id))


def test_a_change_is_told_with_a_signature_and_without_words(system, receiver, handoff, make, worker):
    made = subscribe(system(), receiver.url, "doorverwijzing.gewijzigd")
    assert made.status_code == 201
    claim(make, handoff)
    worker.run_until_quiet()
    [(headers, body)] = receiver.came
    told = json.loads(body)
    assert (told["type"], told["data"]["kenmerk"]) == ("doorverwijzing.gewijzigd", handoff.reference)
    assert "trap" not in body and "0301234567" not in body
    at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    expected = signed([made.json["geheim"]], headers["webhook-id"], at, body)
    assert headers["webhook-signature"] == expected["webhook-signature"]


def test_only_what_was_asked_for_is_told(system, receiver, handoff, make, worker):
    subscribe(system(), receiver.url, "doorverwijzing.ingetrokken")
    claim(make, handoff)
    worker.run_until_quiet()
    assert receiver.came == []
    with make.writing() as work:
        handoffs.withdraw(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    assert [json.loads(body)["type"] for _, body in receiver.came] == ["doorverwijzing.ingetrokken"]


def test_a_receiver_that_is_away_is_told_later_with_the_same_id(system, receiver, handoff, make, worker, clock):
    there = system()
    made = subscribe(there, receiver.url, "doorverwijzing.gewijzigd").json
    receiver.status = 503
    claim(make, handoff)
    worker.run_until_quiet()
    assert there.ask("GET", f"/abonnementen/{made['kenmerk']}").json["probleem"] == "De ontvanger antwoordde met 503."
    receiver.status = 200
    clock.moment += timedelta(minutes=5)
    worker.run_until_quiet()
    assert len({headers["webhook-id"] for headers, _ in receiver.came}) == 1 < len(receiver.came)
    assert "probleem" not in there.ask("GET", f"/abonnementen/{made['kenmerk']}").json


def test_a_redirect_is_not_followed(system, receiver, handoff, make, worker):
    subscribe(system(), receiver.url, "doorverwijzing.gewijzigd")
    receiver.status = 302
    claim(make, handoff)
    worker.run_until_quiet()
    assert len(receiver.came) == 1


def test_who_stopped_hears_nothing_more(system, receiver, handoff, make, worker):
    there = system()
    made = subscribe(there, receiver.url, "doorverwijzing.gewijzigd").json
    claim(make, handoff)
    assert there.ask("DELETE", f"/abonnementen/{made['kenmerk']}").status_code == 204
    worker.run_until_quiet()
    assert receiver.came == []
    assert there.ask("GET", f"/abonnementen/{made['kenmerk']}").status_code == 404


def test_the_secret_is_shown_once_and_sealed(system, receiver, make):
    there = system()
    key = {"Idempotency-Key": "een"}
    made = subscribe(there, receiver.url, "doorverwijzing.gewijzigd", headers=key).json
    assert subscribe(there, receiver.url, "doorverwijzing.gewijzigd", headers=key).json == made
    [listed] = there.ask("GET", "/abonnementen").json["resultaten"]
    assert "geheim" in made and "geheim" not in listed
    with make.writing() as work:
        kept = work.connection().exec_driver_sql("SELECT secret FROM api_subscriptions").scalar_one()
        assert made["geheim"].encode() not in bytes(kept)


def test_a_client_does_not_see_the_subscriptions_of_another(system, receiver):
    made = subscribe(system(), receiver.url, "doorverwijzing.gewijzigd").json
    other = system()
    assert other.ask("GET", "/abonnementen").json["resultaten"] == []
    assert other.ask("DELETE", f"/abonnementen/{made['kenmerk']}").status_code == 404


@pytest.mark.parametrize("url", ["http://10.0.0.8/", "https://169.254.169.254/", "ftp://zaken.example/", "onzin"])
def test_an_address_inside_is_refused(system, url):
    answer = subscribe(system(), url, "doorverwijzing.gewijzigd")
    assert (answer.status_code, answer.json["errors"][0]["location"]) == (400, "/url")


def test_a_name_that_turns_out_to_lead_inside_is_not_called(system, handoff, make, worker, monkeypatch):
    import socket

    subscribe(system(), "https://zaken.gemeente.example/haak", "doorverwijzing.gewijzigd")
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.8", 443))]
    monkeypatch.setattr("b2b.core.outgoing.socket.getaddrinfo", lambda *_args, **_more: inside)
    claim(make, handoff)
    worker.run_once()
    with make.writing() as work:
        row = work.connection().exec_driver_sql("SELECT problem, delivered_at FROM api_subscriptions").one()
    assert row == ("De ontvanger is niet te bereiken.", None)


def test_a_new_secret_signs_beside_the_old_one_for_a_week(system, receiver, handoff, make, worker, clock):
    there = system()
    made = subscribe(there, receiver.url, "doorverwijzing.gewijzigd").json
    key = {"Idempotency-Key": "nieuw"}
    turned = there.ask("POST", f"/abonnementen/{made['kenmerk']}/geheimen", headers=key)
    assert turned.status_code == 201
    assert there.ask("POST", f"/abonnementen/{made['kenmerk']}/geheimen", headers=key).json == turned.json
    claim(make, handoff)
    worker.run_until_quiet()
    [(headers, body)] = receiver.came
    at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    both = [turned.json["geheim"], made["geheim"]]
    assert headers["webhook-signature"] == signed(both, headers["webhook-id"], at, body)["webhook-signature"]
    clock.moment += timedelta(days=8)
    with make.writing() as work:
        handoffs.release(work, work.get_one(Handoff, handoff.id))
        handoffs.claim(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    assert " " not in receiver.came[-1][0]["webhook-signature"]


def test_an_administrator_sends_one_again_or_all_since_a_day_under_the_same_name(
    system, receiver, handoff, make, worker, clock, browser
):
    there = system()
    subscribe(there, receiver.url, "doorverwijzing.gewijzigd", "doorverwijzing.ingetrokken")
    receiver.status = 410
    claim(make, handoff)
    worker.run_until_quiet()
    ada = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    page = f"/beheer/systemen/{there.row.reference}/seintjes"
    shown = words(ada.get(page))
    assert "Niet gelukt" in shown and "antwoordde met 410" in shown
    receiver.status = 204
    ada.submit(page, button="Stuur opnieuw")
    worker.run_until_quiet()
    assert "Bezorgd" in words(ada.get(page))
    with make.writing() as work:
        handoffs.withdraw(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    first, again, third = [headers["webhook-id"] for headers, _ in receiver.came]
    assert first == again != third
    today = clock().date().isoformat()
    assert ada.post(page, {"since": "2025-01-01", "which": "all"}).status_code == 422
    ada.post(page, {"since": today, "which": "failed"})
    worker.run_until_quiet()
    assert len(receiver.came) == 3  # nothing failed any more
    ada.post(page, {"since": today, "which": "all"})
    ada.post(page, {"since": today, "which": "all"})
    worker.run_until_quiet()
    assert [headers["webhook-id"] for headers, _ in receiver.came[3:5]] == [first, third]
    clock.moment += timedelta(days=31)
    with make.writing() as work:
        assert service.purge(work) >= 2
        assert work.connection().exec_driver_sql("SELECT count(*) FROM api_messages").scalar_one() == 0
