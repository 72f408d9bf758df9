"""Rights on pages: see, copy, ask, rest, leave and come back."""

import io
import json
import re
import zipfile

from sqlmodel import select

from b2b.core.audit import AuditEntry
from b2b.moderation.service import settle
from b2b.notifications.channels.twin import text_of
from b2b.privacy.models import DataCopy, DataRequest, Erasure
from tests.client import path, words
from tests.integration.rights.conftest import HERS, HIS

DATA = "/mijn/gegevens"
ALL, COPY, ASK, REST, LEAVE = (f"{DATA}/{page}" for page in ("alles", "kopie", "vragen", "stilleggen", "verwijderen"))
DESK = "/beheer/vragen-over-gegevens"


def unzipped(response):
    with zipfile.ZipFile(io.BytesIO(response.data)) as pack:
        return {name: pack.read(name).decode() for name in pack.namelist()}


def test_the_page_shows_everything_in_plain_words_and_nothing_of_the_other_one(life, hers):
    seen = words(hers.get(ALL))
    missing = [canary for canary in HERS[:9] if canary not in seen]
    assert missing == []
    assert [canary for canary in HIS if canary in seen] == []
    for in_words in ("E-mailadres", "iemand gevonden", "maandag 23 november om 10.00 uur", "bellen of mailen"):
        assert in_words.lower() in seen.lower()


def test_a_copy_is_made_mailed_about_fetched_and_gone_after_a_week(life, hers, worker, mail, clock, writing, browser):
    hers.submit(COPY, button="Vraag een kopie")
    hers.post(COPY)  # a double click
    worker.run_until_quiet()
    told = [text_of(sent) for sent in mail.sent if str(sent["Subject"]) == "Je gegevens staan klaar"]
    assert len(told) == 1
    assert "tot en met maandag 30 november" in told[0]
    fetched = hers.submit(COPY, button="Haal je gegevens op")
    assert fetched.headers["Content-Disposition"] == "attachment; filename=mijn-gegevens.zip"
    page, data = unzipped(fetched).values()
    for text in (page, data):
        assert [canary for canary in HERS[:8] if canary not in text] == []
        assert [canary for canary in HIS if canary in text] == []
    tables = {part["table"]: part["rows"] for theme in json.loads(data)["themes"] for part in theme["parts"]}
    assert {row["body"] for row in tables["messages"]} == {"kanariebericht", "kanariebericht twee"}
    assert "http" not in page
    with writing() as work:
        copy = work.scalars(select(DataCopy)).one()
        assert work.scalars(select(AuditEntry.action).where(AuditEntry.action == "copy.fetched")).all()
    assert browser(None).post(f"{COPY}/{copy.reference}").status_code == 303
    clock.advance(days=7, seconds=1)
    worker.run_until_quiet()
    with writing() as work:
        assert work.scalars(select(DataCopy)).one().content is None
    assert hers.post(f"{COPY}/{copy.reference}").status_code in (303, 410)


def test_nobody_else_fetches_a_copy_and_its_owner_only_after_signing_in_again(
    life, hers, worker, clock, browser, bram, writing
):
    hers.submit(COPY, button="Vraag een kopie")
    worker.run_until_quiet()
    with writing() as work:
        reference = work.scalars(select(DataCopy)).one().reference
    assert browser(bram).post(f"{COPY}/{reference}").status_code == 404
    clock.advance(minutes=16)
    assert path(hers.post(f"{COPY}/{reference}")) == "/inloggen"
    assert path(hers.post(COPY)) == "/inloggen"
    assert path(hers.get(LEAVE)) == "/inloggen"
    assert path(hers.post(LEAVE, {"read": "y"})) == "/inloggen"


def test_a_question_reaches_an_administrator_with_a_last_day_and_the_answer_comes_back(
    hers, ada, browser, worker, mail, writing, canaria
):
    asked = {"kind": "object", "about": "figures", "words": "Tel mij niet mee."}
    assert hers.submit(ASK, {"kind": "object"}).status_code == 422
    hers.submit(ASK, asked)
    worker.run_until_quiet()
    assert "op uiterlijk 23 december 2026" in text_of(mail.last(ada.email))
    assert "op uiterlijk 23 december 2026" in words(hers.get(ASK))
    hers_at_work = browser(ada, second_factor=True)
    assert "Canaria" in words(hers_at_work.get(DESK))
    with writing() as work:
        reference = work.scalars(select(DataRequest)).one().reference
    one = f"{DESK}/{reference}"
    to_answer = words(hers_at_work.get(one))
    assert "Tel mij niet mee." in to_answer
    assert "telt de site deze bewoner vanaf de volgende nacht niet meer mee" in to_answer
    assert hers_at_work.submit(one, {"action": "refuse", "words": ""}).status_code == 422
    hers_at_work.submit(one, {"action": "grant", "words": "Dat tellen is uitgezet."})
    assert hers_at_work.post(one, {"action": "refuse", "words": "Toch niet."}).status_code == 409
    worker.run_until_quiet()
    assert "Er is een antwoord: gedaan" in text_of(mail.last(canaria.email))
    assert "Dat tellen is uitgezet." in words(hers.get(ASK))


def test_a_form_sent_twice_is_one_question(hers, writing):
    sent = {"kind": "question", "about": "other", "words": "Waar staat mijn brief?", "once": "O-AAAA-BBBB"}
    for _ in range(2):
        assert path(hers.post(ASK, sent)) == ASK
    with writing() as work:
        assert len(work.scalars(select(DataRequest)).all()) == 1


def test_an_account_that_lies_still_is_seen_by_nobody_and_wakes_at_its_owners_word(
    life, hers, browser, bram, canaria, stored, writing
):
    hers.submit(REST, button="Leg mijn account stil")
    assert browser(bram).get(f"/buren/{canaria.reference}").status_code == 404
    assert path(hers.get("/gesprekken")) == REST
    assert hers.post("/uitloggen").status_code == 303
    again = browser(canaria)
    assert "Je account ligt stil" in words(again.get(REST))
    with writing() as work:  # a measure that ends does not wake them
        settle(work, canaria.id)
    assert stored(canaria).paused_at is not None
    again.submit(REST, button="Zet mijn account weer aan")
    assert stored(canaria).is_active
    assert again.get("/gesprekken").status_code == 200


def test_somebody_reads_what_happens_before_they_leave_and_comes_back_by_signing_in(hers, browser, canaria, stored):
    page = words(hers.get(LEAVE))
    for promised in ("Tot en met maandag 7 december", "een oud-lid", "Die trekken wij in", "Je kunt nog terug"):
        assert promised in page
    assert hers.submit(LEAVE).status_code == 422
    assert path(hers.submit(LEAVE, {"read": "y"})) == REST
    assert "tot en met maandag 7 december" in words(hers.get("/", follow_redirects=True))
    again = browser(canaria)
    again.submit(REST, button="Ik wil toch blijven")
    assert stored(canaria).is_active


def test_the_link_in_the_mail_opens_nothing_but_the_way_back(hers, browser, worker, mail, canaria, stored, writing):
    hers.submit(LEAVE, {"read": "y"})
    worker.run_until_quiet()
    link = re.search(r"http://localhost(/toch-blijven/\S+)", text_of(mail.last(canaria.email))).group(1)
    nobody = browser()
    for _ in range(2):  # a scanner of links
        assert "Wil je toch blijven?" in words(nobody.get(link))
    assert not stored(canaria).is_active
    assert path(nobody.submit(link)) == "/inloggen"
    assert stored(canaria).is_active
    assert nobody.get(link).status_code == 410
    assert nobody.get(f"{link[:-4]}xxxx").status_code == 410
    with writing() as work:
        assert work.scalars(select(Erasure.state)).one() == "undone"
