"""A moderator reads a private thank-you for a case: that is written down, and the two hear of it as of a message."""

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.cli.db import downgrade, upgrade
from b2b.core.audit import AuditEntry
from b2b.core.db import unit_of_work
from b2b.moderation.models import Reading, ReviewItem
from b2b.moderation.rules.readings import who_hear
from b2b.notifications.channels.twin import text_of
from b2b.privacy.service import sweeping
from b2b.thanks.models import Thanks
from tests.client import words
from tests.web.thanks.test_thanking import KIND, only, say

SUBJECT = "Een moderator las een bedankje van of voor jou"
SCAM = "Bedankt! Stuur je nu nog even je pincode en je bankpas mee met de koerier van de bank?"


@pytest.fixture
def fatima(make):
    return make.member("Fatima")


@pytest.fixture
def talk(helped, fatima):
    return helped(fatima)


@pytest.fixture
def reported(browser, talk, fatima, ahmed, writing):
    """Fatima thanked Ahmed in private and he reported it; return the address of the case."""
    say(browser(fatima), talk)
    told = {"category": "rude", "explanation": "Dit is niet aardig bedoeld.", "good_faith": "y"}
    browser(ahmed).submit(f"/melding?over={only(writing, Thanks).reference}", told, button="Verstuur mijn melding")
    return f"/controleren/{only(writing, ReviewItem).reference}"


def heard(mail, name):
    return [text_of(one) for one in mail.to(f"{name}@voorbeeld.nl") if str(one["Subject"]) == SUBJECT]


def test_whom_it_never_reached_does_not_learn_that_there_was_one():
    assert who_hear(1, 2, arrived=True) == (1, 2)
    assert who_hear(1, 2, arrived=False) == (1,)


def test_both_hear_of_it_after_the_decision_and_their_page_says_it(
    reported, desk, browser, talk, fatima, ahmed, make, worker, mail, writing
):
    for _ in range(2):
        assert KIND in words(desk.get(reported))
    assert only(writing, Reading).told_at is None, "opened twice within the hour is read once"
    page = f"/gesprekken/{talk.reference}/meegelezen"
    assert "Niemand las mee" in words(browser(fatima).get(page))
    desk.submit(reported, {"kind": "no_action", "explanation": "Mag."}, button="Neem dit besluit")
    worker.run_until_quiet()
    item = only(writing, ReviewItem)
    for name, member in (("fatima", fatima), ("ahmed", ahmed)):
        said = words(browser(member).get(page))
        assert "een bedankje tussen jullie, wegens een melding." in said
        assert item.reference in said
        [letter] = heard(mail, name)
        assert item.reference in letter
        assert page in letter
        assert KIND not in letter
    assert page in browser(ahmed).get(f"/bedankjes/{only(writing, Thanks).reference}").text
    assert browser(make.member("Ria")).get(page).status_code == 404
    assert KIND not in words(desk.get(reported)), "who judged it reads it no longer"
    with writing() as work:
        assert len(work.exec(select(AuditEntry).where(AuditEntry.action == "thanks.read_for_review")).all()) == 1


def test_of_one_that_was_held_and_refused_only_the_writer_hears(
    desk, browser, talk, fatima, ahmed, worker, mail, writing
):
    mine = browser(fatima)
    answer = say(mine, talk, SCAM)
    if answer.status_code == 422:
        mine.press(answer, button="Toch zo versturen", at=f"/gesprekken/{talk.reference}/bedanken")
    case = f"/controleren/{only(writing, ReviewItem).reference}"
    desk.get(case)
    refused = {"kind": "refuse", "rule": "secrets", "explanation": "Dit vraagt om een pincode."}
    assert desk.submit(case, refused, button="Neem dit besluit").status_code == 303
    worker.run_until_quiet()
    assert (len(heard(mail, "fatima")), len(heard(mail, "ahmed"))) == (1, 0)
    page = f"/gesprekken/{talk.reference}/meegelezen"
    assert "een bedankje tussen jullie" in words(mine.get(page))
    assert "Niemand las mee" in words(browser(ahmed).get(page))


def test_who_takes_back_what_was_read_before_a_decision_hears_of_it_too(
    desk, browser, talk, fatima, worker, mail, writing
):
    mine = browser(fatima)
    answer = say(mine, talk, SCAM)
    if answer.status_code == 422:
        mine.press(answer, button="Toch zo versturen", at=f"/gesprekken/{talk.reference}/bedanken")
    desk.get(f"/controleren/{only(writing, ReviewItem).reference}")
    mine.submit(f"/bedankjes/{only(writing, Thanks).reference}", button="Neem je bedankje terug")
    worker.run_until_quiet()
    assert len(heard(mail, "fatima")) == 1


def test_a_public_one_that_waits_is_read_as_a_post_is(desk, browser, make, helped, writing):
    newcomer = make.member("Nora", trusted=False)
    say(browser(newcomer), helped(newcomer), reach="public")
    assert KIND in words(desk.get(f"/controleren/{only(writing, ReviewItem).reference}"))
    with writing() as work:
        assert work.exec(select(Reading)).all() == []


def test_the_log_outlives_the_thank_you_and_an_older_schema_drops_what_it_cannot_say(
    reported, desk, database, writing, clock, ahmed
):
    desk.get(reported)
    desk.submit(reported, {"kind": "no_action", "explanation": "Mag."}, button="Neem dit besluit")
    with writing() as work:
        work.connection().execute(text("UPDATE review_items SET notices = 0"))
    clock.advance(days=366)
    with writing() as work:
        assert sweeping.forget_thanks(work, ahmed.municipality_id, clock(), 10) == 1
    assert only(writing, Reading).thanks_id is None
    downgrade(database, "0041")
    upgrade(database)
    with unit_of_work(database.read) as work:
        assert work.connection().execute(text("SELECT COUNT(*) FROM readings")).scalar_one() == 0
