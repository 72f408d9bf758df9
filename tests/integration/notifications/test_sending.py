"""A person is told by mail: after the commit, once, and only while it is still true."""

from datetime import timedelta

import pytest
from jinja2 import ChoiceLoader, DictLoader
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from b2b.notifications import service
from b2b.notifications.channels.base import Attachment
from b2b.notifications.channels.twin import ExplodingTwin, RefusingTwin, text_of
from b2b.notifications.models import Notification
from b2b.reactions import MAIL_CONTEXTS
from tests.integration.notifications.dying import Door, goes_twice_at_most_as_the_same_mail

TEMPLATES = {
    "mail/try-out/subject.txt": "Nieuws over {{ what }}",
    "mail/try-out/body.txt": (
        '{% extends "mail/layout.txt" %}{% block words %}Het gaat over {{ what }}.\n'
        '{{ url_for("notifications.mailbox") }}{% endblock %}'
    ),
    "mail/try-out/body.html": (
        '{% extends "mail/layout.html" %}{% block words %}<p>Het gaat over {{ what }}.</p>{% endblock %}'
    ),
}


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def outside(door):
    return {"mail": door}


@pytest.fixture
def app(app):
    app.jinja_loader = ChoiceLoader([app.jinja_loader, DictLoader(TEMPLATES)])
    return app


@pytest.fixture(autouse=True)
def words(monkeypatch):
    """What the mail says; a test may change it."""
    said = {"what": "de boodschappen"}
    monkeypatch.setitem(MAIL_CONTEXTS, "try-out", lambda _work, _notification: said or None)
    return said


@pytest.fixture
def told(writing, fatima):
    """Tell Fatima; return the message's key."""
    with writing() as work:
        message = service.notify(work, fatima.id, "try-out", municipality_id=fatima.municipality_id, post_id=7)
    return message.id


def row(writing, key):
    with writing() as work:
        return work.get(Notification, key)


def jobs(writing, kind="mail:send"):
    with writing() as work:
        return list(work.exec(select(Job).where(Job.kind == kind).order_by(Job.id)))


def change(writing, member, **values):
    with writing() as work:
        there = work.get(Member, member.id)
        for name, value in values.items():
            setattr(there, name, value)


def test_a_member_is_told_by_mail(told, worker, door, writing, clock):
    worker.run_until_quiet()
    mail = door.last("fatima@voorbeeld.nl")
    assert mail["Subject"] == "Nieuws over de boodschappen"
    assert mail["From"] == "Buurthulp Utrecht <buurthulp@localhost>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == clock()
    assert mail["List-Id"]
    assert "Hallo Fatima," in text_of(mail)
    assert "http://localhost/demo/postvak" in text_of(mail)
    assert "gemeente Utrecht" in text_of(mail)
    html = mail.get_body(preferencelist=("html",)).get_content()
    assert "<p>Het gaat over de boodschappen.</p>" in html
    assert row(writing, told).mailed_at == clock()


def test_nothing_is_sent_when_the_change_is_rolled_back(writing, fatima, worker, door):
    def fail():
        with writing() as work:
            service.notify(work, fatima.id, "try-out", municipality_id=fatima.municipality_id)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    worker.run_until_quiet()
    assert not door.sent


def test_words_of_a_person_are_escaped_in_html_only(told, words, worker, door):
    words["what"] = "<b>thee & koek</b>"
    worker.run_until_quiet()
    mail = door.last()
    assert mail["Subject"] == "Nieuws over <b>thee & koek</b>"
    assert "over <b>thee & koek</b>." in text_of(mail)
    assert "&lt;b&gt;thee &amp; koek&lt;/b&gt;" in mail.get_body(preferencelist=("html",)).get_content()


def test_a_line_end_in_words_makes_no_header(told, words, worker, door):
    words["what"] = "thee\r\nBcc: iedereen@voorbeeld.nl\x00"
    worker.run_until_quiet()
    mail = door.last()
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Nieuws over thee Bcc: iedereen@voorbeeld.nl"


@pytest.mark.parametrize("address", ["a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl", "a b@c.nl", "a@", "<a@b.nl>"])
def test_what_is_no_address_gets_no_mail(address, told, fatima, writing, worker, door):
    change(writing, fatima, email=address)
    worker.run_until_quiet()
    assert not door.sent
    assert [job.state for job in jobs(writing)] == [JobState.DEAD]


@pytest.mark.parametrize("state", [MemberState.SUSPENDED, MemberState.ERASED])
def test_who_was_sent_away_gets_no_mail(state, told, fatima, writing, worker, door):
    change(writing, fatima, state=state)
    worker.run_until_quiet()
    assert not door.sent
    assert [job.state for job in jobs(writing)] == [JobState.DONE]


def test_news_that_is_no_longer_true_is_not_sent(told, words, worker, door):
    words.clear()
    worker.run_until_quiet()
    assert not door.sent


def test_a_mail_can_carry_a_file(told, words, worker, door):
    words["attachments"] = [
        Attachment("afspraak.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", (("method", "REQUEST"),))
    ]
    worker.run_until_quiet()
    (part,) = door.last().iter_attachments()
    assert part.get_filename() == "afspraak.ics"
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "REQUEST"
    assert part.get_payload(decode=True) == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_a_mail_that_went_out_is_not_sent_again(told, worker, door, writing):
    worker.run_until_quiet()
    with writing() as work:
        job = work.exec(select(Job).where(Job.kind == "mail:send")).one()
        job.state, job.lease_until = JobState.READY, None  # as after a crash between sending and marking the job
    worker.run_until_quiet()
    assert len(door.sent) == 1


class TestABusyServer:
    @pytest.fixture
    def door(self):
        return RefusingTwin()

    def test_gets_the_same_mail_again_later(self, told, worker, door, writing, clock):
        worker.run_until_quiet()
        assert door.tries == 1
        assert [job.last_error for job in jobs(writing)] == ["De mailserver heeft het te druk."]
        clock.advance(minutes=1)
        worker.run_until_quiet()
        assert door.tries == 2
        assert row(writing, told).failed_at is None

    def test_is_left_alone_in_the_end_and_the_failure_is_kept(self, told, worker, door, writing, clock):
        for _ in range(10):
            worker.run_until_quiet()
            clock.advance(hours=2)
        assert door.tries == 8
        assert [job.state for job in jobs(writing)] == [JobState.DEAD]
        assert row(writing, told).failed_at is not None


class TestARefusedAddress:
    @pytest.fixture
    def door(self):
        return RefusingTwin(for_good=True)

    def test_is_tried_once(self, told, worker, door, writing, clock):
        worker.run_until_quiet()
        clock.advance(hours=2)
        worker.run_until_quiet()
        assert door.tries == 1
        assert [job.state for job in jobs(writing)] == [JobState.DEAD]
        assert row(writing, told).failed_at is not None


class TestADoorThatBreaks:
    @pytest.fixture
    def door(self):
        return ExplodingTwin()

    def test_is_tried_again_and_its_words_with_the_address_are_not_kept(self, told, worker, door, writing, clock):
        worker.run_until_quiet()
        assert [(job.state, job.last_error) for job in jobs(writing)] == [(JobState.READY, "RuntimeError")]


def letter(writing, municipality, **more):
    with writing() as work:
        service.mail_to(
            work, "try-out", "nieuw@voorbeeld.nl", municipality_id=municipality.id, what="je code", **more
        )


def test_an_address_without_a_member_gets_mail_too(make, writing, worker, door):
    letter(writing, make.municipality())
    worker.run_until_quiet()
    mail = door.last("nieuw@voorbeeld.nl")
    assert mail["Subject"] == "Nieuws over je code"
    assert text_of(mail).startswith("Hallo,")


def test_a_letter_is_sealed_in_the_outbox_and_wiped_once_it_went(make, writing, worker):
    letter(writing, make.municipality())
    (waiting,) = jobs(writing, "mail:to")
    assert "nieuw@voorbeeld.nl" not in str(waiting.payload)
    assert "je code" not in str(waiting.payload)
    worker.run_until_quiet()
    (done,) = jobs(writing, "mail:to")
    assert (done.state, done.payload) == (JobState.DONE, {})


def test_a_letter_that_comes_too_late_is_not_sent(make, writing, worker, door, clock):
    letter(writing, make.municipality(), until=clock() + timedelta(minutes=10))
    clock.advance(minutes=11)
    worker.run_until_quiet()
    assert not door.sent


def test_a_second_try_has_the_same_message_id(told, worker, door, writing, clock):
    worker.run_until_quiet()
    with writing() as work:
        work.get(Notification, told).mailed_at = None
        job = work.exec(select(Job).where(Job.kind == "mail:send")).one()
        job.state, job.lease_until = JobState.READY, None
    worker.run_until_quiet()
    first, second = door.sent
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Message-ID"].endswith("@localhost>")


def test_killed_between_sending_and_remembering_it_goes_twice_at_most_as_the_same_mail(told, worker, door, clock):
    goes_twice_at_most_as_the_same_mail(worker, door, clock)


def test_two_mails_have_two_message_ids(told, writing, fatima, worker, door):
    with writing() as work:
        service.notify(work, fatima.id, "try-out", municipality_id=fatima.municipality_id)
    worker.run_until_quiet()
    first, second = door.sent
    assert first["Message-ID"] != second["Message-ID"]


def test_each_municipality_writes_in_its_own_name(make, writing, worker, door):
    letter(writing, make.municipality("GM0772"))
    worker.run_until_quiet()
    assert door.last()["From"] == "Buurthulp Eindhoven <buurthulp@localhost>"
