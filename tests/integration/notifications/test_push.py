"""A push travels to a service that really runs: signed, sealed, without content, and only to who is signed in."""

import pytest
from sqlmodel import select

from b2b.accounts.service import sessions
from b2b.core.crypto import keyring, new_push_key, public_push_key
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from b2b.municipalities.models import Setting
from b2b.municipalities.queries import forget_places
from b2b.notifications import service
from b2b.notifications.channels.push import PushDoor
from b2b.notifications.channels.twin import MailTwin
from b2b.notifications.models import Notification, PushSubscription
from tests.integration.notifications.push_service import PushService


@pytest.fixture(scope="module")
def key():
    return new_push_key()


@pytest.fixture
def desk(key):
    """The push service."""
    found = PushService(public_push_key(key))
    yield found
    found.close()


@pytest.fixture
def outside(desk, key):
    door = PushDoor(key, "mailto:buurthulp@voorbeeld.nl", may_call=lambda url: url.startswith(desk.url))
    return {"mail": MailTwin(), "push": door}


@pytest.fixture
def fatima(make):
    member = make.member("Fatima")
    make.save(Setting(municipality_id=member.municipality_id, key="push.enabled", value=True))
    forget_places()
    yield member
    forget_places()


@pytest.fixture
def device(writing, fatima, desk):
    """Sign Fatima in on a device that listens; return the key of its session."""

    def listen(name):
        with writing() as work:
            key = sessions.session_key(sessions.open_session(work, fatima, name))
            work.flush()
            service.listen(work, fatima.municipality_id, fatima.id, key, desk.subscription(name))
        return key

    return listen


@pytest.fixture
def tell(writing, fatima, worker):
    def act():
        with writing() as work:
            service.notify(work, fatima.id, "joined", municipality_id=fatima.municipality_id)
        worker.run_until_quiet()

    return act


def listening(writing):
    with writing() as work:
        return len(work.exec(select(PushSubscription)).all())


def test_every_device_hears_that_there_is_news_and_nothing_about_it(device, tell, desk):
    device("telefoon")
    device("tablet")
    tell()
    assert desk.heard == [("/telefoon", "nieuws"), ("/tablet", "nieuws")]
    assert {claims["sub"] for claims in desk.claims} == {"mailto:buurthulp@voorbeeld.nl"}
    assert {claims["aud"] for claims in desk.claims} == {desk.url}


def test_who_signs_out_hears_nothing_and_is_forgotten(device, tell, desk, writing, worker, clock):
    key = device("telefoon")
    with writing() as work:
        sessions.end(work, key)
    tell()
    assert desk.heard == []
    clock.advance(days=1)
    worker.run_until_quiet()
    assert listening(writing) == 0


def test_after_a_long_silence_a_device_is_forgotten(device, writing, clock):
    device("telefoon")
    with writing() as work:
        assert service.purge_push(work) == 0
    clock.advance(days=200)
    with writing() as work:
        assert service.purge_push(work) == 1


@pytest.mark.parametrize("answer", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(device, tell, desk, writing, answer):
    device("telefoon")
    desk.answer = answer
    tell()
    assert listening(writing) == 0


@pytest.mark.parametrize("answer", [429, 503, 307])
def test_a_busy_service_is_asked_again_and_one_that_sends_us_elsewhere_is_not_followed(
    device, tell, desk, writing, answer, worker, clock
):
    device("telefoon")
    desk.answer = answer
    tell()
    assert desk.heard == []
    desk.answer = 201
    clock.advance(hours=2)
    worker.run_until_quiet()
    assert desk.heard == [("/telefoon", "nieuws")]
    assert listening(writing) == 1


def test_a_refused_key_stays_for_an_operator(device, tell, desk, writing):
    device("telefoon")
    desk.public_key = "another"
    tell()
    with writing() as work:
        dead = work.exec(select(Job).where(Job.kind == "push:send")).one()
    assert dead.state is JobState.DEAD
    assert "B2B_PUSH_KEY" in dead.last_error


def test_what_was_read_before_needs_no_push(device, writing, fatima, worker, desk):
    device("telefoon")
    with writing() as work:
        service.notify(work, fatima.id, "joined", municipality_id=fatima.municipality_id)
        service.read_all(work, fatima.id)
    worker.run_until_quiet()
    assert desk.heard == []


def test_the_address_is_sealed_in_the_store(device, work, desk):
    device("telefoon")
    raw = bytes(work.connection().exec_driver_sql("SELECT address FROM push_subscriptions").scalar_one())
    assert desk.url.encode() not in raw
    assert desk.url in keyring().open(raw)


def test_where_the_municipality_does_not_want_it_nothing_is_sent(make, writing, worker, desk):
    rob = make.member("Rob")
    with writing() as work:
        service.listen(work, rob.municipality_id, rob.id, b"k" * 32, desk.subscription("telefoon"))
        service.notify(work, rob.id, "joined", municipality_id=rob.municipality_id)
        assert work.exec(select(Notification)).one().member_id == rob.id
        assert [job.kind for job in work.exec(select(Job))] == ["mail:send"]
