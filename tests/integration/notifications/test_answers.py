"""An answer to a mail lands in the conversation, over a real SMTP or LMTP conversation; mail that comes back is noticed."""

import smtplib
import socket
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.conversations import service as talking
from b2b.conversations.models import Message
from b2b.conversations.rules import ConversationState, Words
from b2b.moderation.models import ReviewItem
from b2b.notifications.channels.base import NoSuchAddress
from b2b.notifications.channels.doorstep import Doorstep, Hall
from b2b.notifications.channels.twin import MailTwin, text_of
from b2b.notifications.incoming.addresses import return_address
from b2b.notifications.incoming.receiving import is_ours, receive
from tests.unit.notifications.test_replies import report

FATIMA, HENK = "fatima@voorbeeld.nl", "henk@voorbeeld.nl"
BOX = "antwoord@in.voorbeeld.nl"


class Door(MailTwin):
    """Takes mail; `gone`: nobody has that address."""

    gone = ""

    def send(self, message):
        if self.gone and message["To"] == self.gone:
            raise NoSuchAddress("De mailserver weigert deze mail. (550)")
        super().send(message)


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def outside(door):
    return {"mail": door}


@pytest.fixture
def settings(settings):
    return replace(settings, mail_in=BOX)


@pytest.fixture(params=[smtplib.SMTP, smtplib.LMTP])
def deliver(request, app):
    """Deliver a mail as a mail server does, by SMTP and by LMTP; give what it was told."""
    hall = Hall(partial(receive, app), partial(is_ours, app))
    doorstep = Doorstep(socket.create_server(("127.0.0.1", 0)), hall, lmtp=request.param is smtplib.LMTP)

    def deliver(raw, to, sender=FATIMA):
        with request.param("127.0.0.1", doorstep.port, timeout=20) as line:
            line.ehlo_or_helo_if_needed()
            line.mail(sender)
            code, words = line.rcpt(to)
            return (code, words) if code != 250 else line.data(raw)

    yield deliver
    doorstep.stop()


@pytest.fixture
def talk(make, clock):
    fatima = make.member("Fatima")
    found = make.conversation(make.post(fatima), make.member("Henk"), author_read_at=clock())
    clock.advance(minutes=5)
    return found


@pytest.fixture
def mail(talk, writing, worker, door):
    """The mail that tells Fatima what Henk wrote."""
    with writing() as work:
        talking.send(work, work.merge(talk), talk.responder_id, Words("Zal ik dinsdag komen?", "O-1"))
    worker.run_until_quiet()
    return door.last(FATIMA)


def to_of(mail):
    return mail["Reply-To"].addresses[0].addr_spec


def answer(mail, said="Ja, graag!", sender=FATIMA, file=False, number=1, **headers):
    found = EmailMessage(policy=SMTP)
    found["From"], found["To"], found["Message-ID"] = f"Fatima <{sender}>", to_of(mail), f"<{number}@voorbeeld.nl>"
    found["Subject"] = "Re: " + mail["Subject"]
    for name, value in headers.items():
        found[name.replace("_", "-")] = value
    quoted = "\n".join(f"> {line}" for line in text_of(mail).splitlines())
    found.set_content(f"{said}\n\nOp ma 23 nov 2026 om 10:00 schreef Buurthulp <{to_of(mail)}>:\n{quoted}\n")
    if file:
        found.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="tuin.gif")
    return bytes(found)


def said_in(writing, talk):
    with writing() as work:
        return [m.body for m in work.exec(select(Message).order_by(Message.id)) if m.conversation_id == talk.id]


def test_an_answer_stands_in_the_conversation_once_and_the_other_hears_of_it(
    deliver, mail, talk, writing, worker, door, clock
):
    clock.advance(minutes=5)
    assert mail["Return-Path"].startswith("<antwoord+b")
    for _ in range(2):
        assert deliver(answer(mail), to_of(mail))[0] == 250
    assert said_in(writing, talk)[2:] == ["Ja, graag!"]
    worker.run_until_quiet()
    assert "Nieuw bericht van Fatima" in door.last(HENK)["Subject"]


def test_who_has_no_address_of_ours_is_turned_away(deliver, mail, talk, writing):
    assert deliver(answer(mail), "info@in.voorbeeld.nl")[0] == 550
    local, _, host = to_of(mail).partition("@")
    forged = local[:-1] + ("a" if local[-1] != "a" else "b")
    assert deliver(answer(mail), f"{forged}@{host}")[0] == 550
    assert len(said_in(writing, talk)) == 2


class TestWhatCannotGo:
    @pytest.fixture
    def give(self, app):
        return lambda raw, to, sender=FATIMA: receive(app, raw, sender, to)

    @pytest.mark.parametrize(
        ("made", "reason", "keeps_words"),
        [
            ({"file": True}, "bijlage", True),
            ({"sender": "iemand@elders.nl"}, "ander e-mailadres", False),
            ({"said": ""}, "geen tekst", False),
            ({"said": "x" * 2001}, "te lang", True),
            ({"said": "Mijn rekening is NL91ABNA0417164300, maak het over."}, "Dit schreef je", True),
        ],
        ids=["file", "sender", "empty", "long", "tip"],
    )
    def test_it_comes_back_to_the_known_address_with_the_reason(
        self, made, reason, keeps_words, give, mail, talk, writing, worker, door
    ):
        for _ in range(2):
            give(answer(mail, **made), to_of(mail))
        worker.run_until_quiet()
        assert len(said_in(writing, talk)) == 2
        (told,) = [m for m in door.to(FATIMA) if "niet verstuurd" in m["Subject"]]
        assert reason in text_of(told)
        assert ("Dit schreef je" in text_of(told)) is keeps_words
        assert not [m for m in door.sent if m["To"] == "iemand@elders.nl"]

    def test_a_closed_conversation_and_a_suspended_writer_say_so(self, give, mail, talk, writing, worker, door):
        with writing() as work:
            work.merge(talk).state = ConversationState.CLOSED
        give(answer(mail), to_of(mail))
        with writing() as work:
            work.get(Member, talk.author_id).state = MemberState.SUSPENDED
        give(answer(mail, said="Nog iets", number=2), to_of(mail))
        worker.run_until_quiet()
        reasons = [text_of(m) for m in door.to(FATIMA) if "niet verstuurd" in m["Subject"]]
        assert ["gesloten" in reasons[0], "niet meedoen" in reasons[1]] == [True, True]
        assert len(said_in(writing, talk)) == 2

    def test_machines_are_not_answered(self, give, mail, talk, writing, worker, door):
        before = len(door.sent)
        give(answer(mail, Auto_Submitted="auto-replied"), to_of(mail))
        give(answer(mail), to_of(mail), "<>")
        give(bytes(mail), to_of(mail), "antwoord@in.voorbeeld.nl")
        worker.run_until_quiet()
        assert (len(door.sent), len(said_in(writing, talk))) == (before, 2)

    def test_mail_that_comes_back_is_asked_about_and_let_go(self, give, talk, make, writing, browser, mail):
        with writing() as work:
            fatima = work.get(Member, talk.author_id)
        back = return_address(BOX, fatima.reference, FATIMA)
        assert f"<{back}>" == mail["Return-Path"]
        give(report("delayed", "4.4.1"), back, "")
        fatimas = browser(fatima)
        assert "Klopt je e-mailadres nog?" not in fatimas.get("/").text
        give(report("failed", "5.1.1"), back, "")
        assert "Klopt je e-mailadres nog?" in fatimas.get("/").text
        fatimas.submit("/", button="Het adres klopt")
        assert "Klopt je e-mailadres nog?" not in fatimas.get("/").text

    def test_an_address_that_nobody_has_gets_nothing_more_but_what_everybody_must_know(
        self, talk, writing, worker, door
    ):
        from b2b.notifications.service import notify

        about = {"municipality_id": talk.municipality_id}
        door.gone = FATIMA
        with writing() as work:
            notify(work, talk.author_id, "joined", **about)
        worker.run_until_quiet()
        door.gone = ""
        with writing() as work:
            assert work.get(Member, talk.author_id).email_failed_at
            notify(work, talk.author_id, "joined", **about)
            notify(work, talk.author_id, "passkeys-changed", added=True, **about)
        worker.run_until_quiet()
        assert len(door.to(FATIMA)) == 1


def test_a_cry_for_help_in_an_answer_reaches_a_person_as_one_on_the_site_does(deliver, mail, talk, writing):
    cry = "Ik wil niet meer leven. Ik zie het niet meer zitten."
    assert deliver(answer(mail, cry), to_of(mail))[0] == 250
    assert said_in(writing, talk)[-1] == cry
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
        assert item.crisis
        assert item.urgent
