"""The SMTP door talks to real servers: one that takes mail, and some that misbehave."""

import socket
import threading
import time
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from b2b.jobs.rules import GiveUp, RetryLater
from b2b.notifications.channels.catcher import KEEP, Catcher, Mailbox
from b2b.notifications.channels.email import SmtpDoor


@pytest.fixture
def mailbox(tmp_path):
    return Mailbox(tmp_path / "mail")


@pytest.fixture
def catcher(mailbox):
    catcher = Catcher(mailbox)
    yield catcher
    catcher.stop()


def mail(to="fatima@voorbeeld.nl", subject="Hallo", text="Dag Fatima,\r\n.\r\nTot ziens."):
    message = EmailMessage(policy=SMTP)
    message["To"], message["From"], message["Subject"] = to, "buurthulp@localhost", subject
    message["Date"] = "Mon, 23 Nov 2026 10:00:00 +0100"
    message.set_content(text)
    return message


@contextmanager
def server(*answers, drip=None, hang_up_after=None, host="127.0.0.1", user=""):
    """Run a server that gives these answers in turn; `drip` seconds between its bytes."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(10)

    def say(line, words):
        for byte in words.encode() + b"\r\n":
            line.sendall(bytes([byte]))
            if drip:
                time.sleep(drip)

    def serve():
        line, _ = listening.accept()
        with line, line.makefile("rb") as heard:
            try:
                for number, answer in enumerate(answers):
                    say(line, answer)
                    if number == hang_up_after:
                        return
                    if answer.startswith("354"):
                        while heard.readline() not in (b".\r\n", b""):
                            pass
                    elif not heard.readline():
                        return
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield SmtpDoor(f"smtp://{user}{host}:{listening.getsockname()[1]}", seconds=2.0)
    thread.join(timeout=5)
    listening.close()


def test_a_mail_arrives_whole(catcher, mailbox):
    SmtpDoor(catcher.url).send(mail())
    (caught,) = mailbox.mails()
    assert (caught.to, caught.subject) == ("fatima@voorbeeld.nl", "Hallo")
    assert caught.text.splitlines() == ["Dag Fatima,", ".", "Tot ziens."]
    assert caught.at.isoformat() == "2026-11-23T10:00:00+01:00"


def test_letters_with_marks_arrive(catcher, mailbox):
    SmtpDoor(catcher.url).send(mail(subject="Zoë vraagt: één ding", text="Café ’t Hoekje"))
    (caught,) = mailbox.mails()
    assert (caught.subject, caught.text.strip()) == ("Zoë vraagt: één ding", "Café ’t Hoekje")


def test_two_catchers_want_one_port_and_both_run(catcher, tmp_path):
    port = int(catcher.url.rpartition(":")[2])
    other = Catcher(Mailbox(tmp_path / "other"), port=port)
    assert other.url != catcher.url
    SmtpDoor(other.url).send(mail())
    other.stop()


def test_the_newest_mails_come_first_and_the_oldest_make_room(mailbox):
    for number in range(KEEP + 5):
        mailbox.put(bytes(mail(subject=f"Mail {number}", to=f"{'ab'[number % 2]}@voorbeeld.nl")))
    assert [caught.subject for caught in mailbox.mails(limit=2)] == [f"Mail {KEEP + 4}", f"Mail {KEEP + 3}"]
    assert len(mailbox.mails(limit=KEEP + 5)) == KEEP
    assert mailbox.addresses() == ["a@voorbeeld.nl", "b@voorbeeld.nl"]
    assert {caught.to for caught in mailbox.mails("a@voorbeeld.nl")} == {"a@voorbeeld.nl"}


def test_a_file_that_is_no_mail_does_not_break_the_mailbox(mailbox):
    mailbox.put(b"\xff\xfe no headers\x00")
    mailbox.put(b"Date: yesterday\r\nSubject: =?utf-8?q?half\r\nContent-Type: multipart/mixed\r\n\r\nx")
    assert len(mailbox.mails()) == 2


def test_nobody_there_means_later():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(RetryLater, match="antwoordt niet"):
        SmtpDoor(f"smtp://127.0.0.1:{port}").send(mail())


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (["220 hi", "250 ok", "451 busy"], RetryLater),
        (["220 hi", "250 ok", "250 ok", "450 greylisted"], RetryLater),
        (["220 hi", "250 ok", "250 ok", "550 no such person", "250 reset"], GiveUp),
        (["220 hi", "250 ok", "553 not from you", "250 reset"], GiveUp),
        (["220 hi", "250 ok", "250 ok", "250 ok", "354 go", "554 spam", "250 reset"], GiveUp),
        (["220 hi", "250 ok", "250 ok", "250 ok", "354 go", "452 full", "250 reset"], RetryLater),
        (["421 not now"], RetryLater),
        (["554 no service here"], RetryLater),
        (["220 hi", "502 what", "502 what"], RetryLater),
        (["this is no mail server"], RetryLater),
    ],
)
def test_a_refusal_is_read_for_what_it_is(answers, kind):
    with server(*answers) as door, pytest.raises(kind) as refused:
        door.send(mail())
    assert "voorbeeld.nl" not in str(refused.value)


def test_a_line_that_drops_after_the_mail_means_later():
    talk = ["220 hi", "250 ok", "250 ok", "250 ok", "354 go"]
    with server(*talk, hang_up_after=4) as door, pytest.raises(RetryLater):
        door.send(mail())


def test_a_mail_that_was_taken_is_sent_even_when_the_goodbye_is_lost():
    talk = ["220 hi", "250 ok", "250 ok", "250 ok", "354 go", "250 taken"]
    with server(*talk, hang_up_after=5) as door:
        door.send(mail())


def test_a_server_that_drips_is_cut_off_in_time():
    began = time.monotonic()
    with server("220 " + "x" * 200, drip=0.2) as door, pytest.raises(RetryLater, match="antwoordt niet"):
        door.send(mail())
    assert time.monotonic() - began < 10


def test_a_server_that_says_nothing_is_cut_off_in_time():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        door = SmtpDoor(f"smtp://127.0.0.1:{silent.getsockname()[1]}", seconds=0.5)
        with pytest.raises(RetryLater):
            door.send(mail())


def test_a_password_does_not_travel_in_the_open():
    # "127.1" is this machine too, under a name that the door does not trust.
    talk = server("220 hi", "250-hi\r\n250 AUTH PLAIN", host="127.1", user="me:secret@")
    with talk as door, pytest.raises(RetryLater, match="TLS"):
        door.send(mail())
