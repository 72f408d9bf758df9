"""Messages for you: the bell counts, the list shows, opening makes it old news; and people say what they want mailed."""

import pytest
from sqlalchemy import select, text
from sqlmodel import col

from b2b.conversations import service as talking
from b2b.conversations.rules import Words
from b2b.jobs.models import Job
from b2b.notifications import queries, service
from b2b.notifications.models import Notification
from b2b.notifications.rules.news import Important, Pause, Rest
from tests.client import path, soup, words

PAGE, WISHES = "/berichten-voor-jou", "/mijn/mail"


@pytest.fixture
def talk(make, fatima, clock):
    return make.conversation(make.post(fatima), make.member("Henk"), author_read_at=clock())


@pytest.fixture
def told(writing, talk, clock):
    """Henk wrote to Fatima."""
    clock.advance(minutes=5)
    with writing() as work:
        there = work.merge(talk)
        talking.send(work, there, talk.responder_id, Words("Zal ik melk meenemen?", "O-AAAA-AAAA"))
    return talk


def bell(response):
    found = soup(response).select_one('.utrecht-nav-list__link[href="/berichten-voor-jou"] .b2b-count')
    return found.get_text(" ", strip=True) if found else ""


def news(writing, member):
    with writing() as work:
        return [
            row
            for row in work.scalars(select(Notification).order_by(col(Notification.id)))
            if row.member_id == member.id
        ]


def test_the_bell_counts_what_is_new_and_opening_it_makes_it_old(browser, fatima, told):
    fatimas = browser(fatima)
    assert bell(fatimas.get("/mijn")) == "1 nieuw"
    listed = fatimas.get(PAGE)
    assert "Je kreeg een nieuw bericht Nieuw Henk: Wie haalt mijn boodschappen?" in words(listed)
    opened = fatimas.get(soup(listed).select_one("main .b2b-list a")["href"])
    assert "Nieuw bericht van Henk" in words(opened)
    assert soup(opened).select_one(f'.b2b-news a[href$="/gesprekken/{told.reference}"]')
    assert bell(fatimas.get("/mijn")) == ""


def test_opening_the_conversation_is_reading_the_message_too(browser, fatima, told):
    fatimas = browser(fatima)
    fatimas.get(f"/gesprekken/{told.reference}")
    assert bell(fatimas.get("/mijn")) == ""
    opened = fatimas.get(soup(fatimas.get(PAGE)).select_one("main .b2b-list a")["href"])
    assert "geen nieuws meer" in words(opened)
    assert soup(opened).select_one(f'main a[href="/gesprekken/{told.reference}"]')


def test_one_button_reads_everything_and_twice_is_harmless(browser, fatima, told):
    fatimas = browser(fatima)
    assert path(fatimas.submit(PAGE, button="Alles is gelezen")) == PAGE
    assert path(fatimas.post(f"{PAGE}/gelezen")) == PAGE
    assert bell(fatimas.get(PAGE)) == ""


def test_a_message_is_its_readers_alone(browser, make, fatima, told, writing):
    (row,) = news(writing, fatima)
    assert browser(make.member("Rob")).get(f"{PAGE}/{row.reference}").status_code == 404
    assert browser(fatima).get(f"{PAGE}/J-0000-0000").status_code == 404
    assert news(writing, fatima)[0].read_at is None


def test_nothing_new_is_told_kindly(browser, fatima):
    assert "Er is nog geen nieuws voor jou" in words(browser(fatima).get(PAGE))


def test_the_unchanged_feed_is_sent_again_when_there_is_news(browser, database, listen, fatima, told, writing):
    statements = []
    listen(database.read, "before_cursor_execute", lambda *args: statements.append(args[2]))
    fatimas = browser(fatima)
    first = fatimas.get("/")
    again = {"If-None-Match": first.headers["ETag"]}
    assert fatimas.get("/", headers=again).status_code == 304
    with writing() as work:
        service.read_all(work, fatima.id)
    statements.clear()
    changed = fatimas.get("/", headers=again)
    assert (changed.status_code, bell(changed)) == (200, "")
    assert len(statements) <= 3, statements


def test_a_muted_conversation_is_on_the_site_alone(browser, writing, fatima, talk):
    with writing() as work:
        there = work.merge(talk)
        talking.mute(work, there, fatima.id)
        talking.send(work, there, talk.responder_id, Words("Hallo?", "O-AAAA-AAAB"))
    assert bell(browser(fatima).get("/mijn")) == "1 nieuw"
    with writing() as work:
        assert "mail:send" not in [job.kind for job in work.scalars(select(Job))]


def wishes(writing, member):
    with writing() as work:
        return queries.wishes(work, member.id)


def test_people_choose_what_comes_at_once_and_how_often_the_rest(browser, fatima, writing):
    fatimas = browser(fatima)
    assert soup(fatimas.get(WISHES)).select_one("input[name=important][value=at_once]").has_attr("checked")
    assert path(fatimas.submit(WISHES, {"important": "digest", "rest": "weekly"}, button="Bewaar")) == WISHES
    said = wishes(writing, fatima)
    assert (said.important, said.rest) == (Important.DIGEST, Rest.WEEKLY)
    fatimas.submit(WISHES, {"important": "at_once", "rest": "never"}, button="Bewaar")
    assert wishes(writing, fatima).rest is Rest.NEVER


@pytest.mark.parametrize("answers", [{"important": "digest", "rest": "never"}, {"important": "soms"}, {"rest": ""}])
def test_a_choice_that_cannot_be_comes_back_with_a_sentence(answers, browser, fatima, writing):
    answer = browser(fatima).submit(WISHES, answers, button="Bewaar")
    assert answer.status_code == 422
    assert "Kies" in words(answer)
    assert wishes(writing, fatima) == queries.Wishes()


def test_a_pause_stops_the_mail_and_ends_at_a_word(browser, fatima, told, writing, clock):
    fatimas = browser(fatima)
    assert fatimas.submit(WISHES, button="Stop de mail").status_code == 422
    fatimas.submit(WISHES, {"how_long": "week"}, button="Stop de mail")
    assert "Je krijgt nu geen mail" in words(fatimas.get(WISHES))
    assert wishes(writing, fatima).is_paused(clock())
    fatimas.submit(WISHES, button="Stuur mij weer mail")
    assert not wishes(writing, fatima).is_paused(clock())


def test_what_was_told_before_a_pause_is_not_mailed_in_it(fatima, told, writing, worker, app):
    with writing() as work:
        service.pause(work, fatima.municipality_id, fatima.id, Pause.ALWAYS)
    worker.run_until_quiet()
    with writing() as work:
        rows = work.execute(text("SELECT mailed_at FROM notifications")).all()
    assert [row.mailed_at for row in rows] == [None]
