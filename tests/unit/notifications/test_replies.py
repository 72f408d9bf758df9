"""What somebody answered, out of what mail programs make of it; and what is no answer of a person at all."""

import pytest

from b2b.notifications.incoming.addresses import (
    answer_address,
    is_answer_of,
    is_return_of,
    read_address,
    return_address,
)
from b2b.notifications.incoming.reading import Kind, read
from b2b.notifications.rules.replies import MARKER, said_in, text_of_html

BOX = "antwoord@in.voorbeeld.nl"
NEWS, MEMBER = "J-7K2M-9QXD", "B-3F8N-2WQA"
WHO = "Fatima <fatima@voorbeeld.nl>"

OUTLOOK = "Van: Buurthulp <antwoord@in.voorbeeld.nl>\nVerzonden: maandag 23 november 2026 10:00\nAan: Fatima"


@pytest.mark.parametrize(
    "quoted",
    [
        f"> -- {MARKER} --\n> Hallo Fatima,",
        f"-- {MARKER} --\nHallo Fatima,",
        "Op ma 23 nov 2026 om 10:00 schreef Buurthulp Utrecht <antwoord@in.voorbeeld.nl>:\n> Hallo",
        "Op ma 23 nov 2026 om 10:00 schreef Buurthulp\n<antwoord+j7k2m9qxd@in.voorbeeld.nl>:\n> Hallo",
        "On Mon, Nov 23, 2026 at 10:00 AM Buurthulp <a@in.voorbeeld.nl> wrote:\n> Hallo",
        "Am 23.11.26 um 10:00 schrieb Buurthulp:\n> Hallo",
        f"________________________________\n{OUTLOOK}",
        OUTLOOK,
        "-----Oorspronkelijk bericht-----\nVan: Buurthulp",
        "Verzonden vanaf mijn iPhone",
        "-- \nFatima el A.\nTel. 06",
        "> alles gequoot",
    ],
)
def test_what_a_program_put_below_is_cut_off(quoted):
    assert said_in(f"Ja, dinsdag is goed.\n\nGroet, Fatima\n\n{quoted}\n") == "Ja, dinsdag is goed.\n\nGroet, Fatima"


@pytest.mark.parametrize(
    "said",
    [
        "Op dinsdag kan ik niet.\nOp woensdag wel.",
        "Van wie is die fiets?\nIk kom om 10:00.",
        "Melk\n- brood\n- kaas\nGroet, Henk",
        "Zij schreef: kom maar.",
    ],
)
def test_what_a_person_wrote_stays_whole(said):
    assert said_in(said) == said


def test_words_of_html_come_without_what_is_quoted():
    html = (
        "<html><head><style>p{}</style></head><body><div>Ja,&nbsp;graag!<br>Tot dan</div>"
        '<div class="gmail_quote"><div>Op maandag schreef</div><blockquote>Hallo<br></blockquote></div><p>PS melk</p></body>'
    )
    assert said_in(text_of_html(html)).split() == ["Ja,", "graag!", "Tot", "dan", "PS", "melk"]
    assert text_of_html("<blockquote>a</div></blockquote>b").strip() == "b"


def test_an_address_is_ours_only_with_our_signature():
    answer = answer_address(BOX, NEWS, MEMBER)
    assert len(answer.partition("@")[0]) <= 64
    reference, signature = read_address(BOX, f"<{answer.upper()}>")
    assert reference == NEWS and is_answer_of(signature, NEWS, MEMBER)
    assert not is_answer_of(signature, NEWS, "B-0000-0000")
    reference, signature = read_address(BOX, return_address(BOX, MEMBER, "Fatima@voorbeeld.nl"))
    assert reference == MEMBER and is_return_of(signature, MEMBER, "fatima@voorbeeld.nl")
    assert not is_return_of(signature, MEMBER, "nieuw@voorbeeld.nl")
    for wrong in (
        BOX,
        "antwoord+x@in.voorbeeld.nl",
        answer.replace("in.", "out."),
        answer.replace("antwoord", "info"),
        "@",
    ):
        assert read_address(BOX, wrong) is None


def mail(*headers, body="Ja, graag!", sender=WHO):
    head = "\r\n".join([f"From: {sender}", "Subject: Re: Nieuw bericht", "Message-ID: <1@voorbeeld.nl>", *headers])
    return f"{head}\r\n\r\n{body}\r\n".encode()


def test_an_answer_of_a_person_is_read():
    found = read(mail(), "fatima@voorbeeld.nl")
    assert (found.kind, found.sender, found.said, found.files) == (
        Kind.PERSON,
        "fatima@voorbeeld.nl",
        "Ja, graag!",
        False,
    )


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "X-Autoreply: yes",
        "X-Auto-Response-Suppress: All",
        "List-Id: <buren.voorbeeld.nl>",
        "Subject: Automatisch antwoord: ik ben er niet",
    ],
)
def test_the_answer_of_a_machine_is_no_answer(header):
    raw = (
        mail(header)
        if not header.startswith("Subject")
        else mail().replace(b"Subject: Re: Nieuw bericht", header.encode())
    )
    assert read(raw, "fatima@voorbeeld.nl").kind is Kind.MACHINE


def test_a_mail_without_a_sender_on_the_envelope_is_of_a_machine():
    assert read(mail(), "<>").kind is Kind.MACHINE
    assert read(mail(sender="MAILER-DAEMON@voorbeeld.nl"), "x@voorbeeld.nl").kind is Kind.MACHINE


def report(action, status):
    return (
        "From: MAILER-DAEMON@mx.voorbeeld.nl\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nIt did not work: 5.1.1\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.voorbeeld.nl\r\n\r\n"
        f"Final-Recipient: rfc822; fatima@voorbeeld.nl\r\nAction: {action}\r\nStatus: {status}\r\n\r\n--x--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("action", "status", "kind"),
    [
        ("failed", "5.1.1", Kind.RETURNED),
        ("failed", "5.1.10", Kind.RETURNED),
        ("failed", "5.2.1", Kind.RETURNED),
        ("failed", "5.2.2", Kind.MACHINE),
        ("failed", "5.7.1", Kind.MACHINE),
        ("delayed", "4.4.1", Kind.MACHINE),
    ],
)
def test_only_an_address_that_is_gone_counts_as_returned(action, status, kind):
    assert read(report(action, status), "").kind is kind


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"From: a@b\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\xe9",
        b"From: =?x?q?=\r\nContent-Type: multipart/mixed\r\n\r\nx",
        b"Content-Type: message/delivery-status\r\n\r\nx",
        b"From: a@b.nl\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
    ],
)
def test_nonsense_does_not_break_the_reader(raw):
    assert read(raw, "a@b.nl").kind in Kind
