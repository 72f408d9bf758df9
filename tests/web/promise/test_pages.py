"""What each side sees and taps: the asker, an invited neighbour, a moderator, a helper who sets limits."""

import re

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.notifications.channels.twin import text_of
from b2b.posts import service as posting
from b2b.posts.tokens import still_needed_token
from b2b.promise import queries
from b2b.promise.models import HelperRest
from b2b.promise.rules import InvitationAnswer
from b2b.promise.rules.terms import Reach, Terms
from tests.client import path, words


@pytest.fixture
def link(henk, offers, asks, climbs, worker, mail):
    """Rob was asked by mail: return him, the request and the path of the link."""
    rob = offers("Rob")
    post = asks(henk)
    climbs(post)
    worker.run_until_quiet()
    found = re.search(r"http://localhost(/helpen/[^?\s]+)\?antwoord=ja", text_of(mail.last(rob.email)))
    return rob, post, found.group(1)


def test_the_asker_sees_the_promise_and_each_rung(henk, asks, climbs, browser, offers):
    post = asks(henk)
    page = words(browser(henk).get(f"/berichten/{post.reference}"))
    assert "Binnen 2 werkdagen hoor je iets." in page
    assert "Uiterlijk woensdag 25 november" in page
    assert "Wij vragen een paar buren in jouw buurt" in page
    climbs(post)
    offers("Rob")
    climbs(post)
    page = words(browser(henk).get(f"/berichten/{post.reference}"))
    assert "Wij zochten in jouw buurt, maar vonden nog niemand die past" in page
    assert "Wij vroegen nog 1 buur in jouw buurt" in page
    for _ in range(3):
        climbs(post)
    page = browser(henk).get(f"/berichten/{post.reference}")
    assert "Vraag de buurtregisseur om hulp" in words(page)
    assert "Blijf nog zoeken" in words(page)
    browser(henk).submit(f"/berichten/{post.reference}", button="Blijf nog zoeken")
    assert "Binnen 2 werkdagen" in words(browser(henk).get(f"/berichten/{post.reference}"))


def test_looking_at_an_invitation_changes_nothing_and_one_tap_answers_it(link, browser, invitations):
    _, post, url = link
    nobody = browser()
    for _ in range(3):  # a scanner of links
        assert "Kun jij Henk helpen?" in words(nobody.get(f"{url}?antwoord=ja"))
    assert invitations(post)[0].answer is InvitationAnswer.ASKED
    assert "Niemand hoort dat je nee zei" in words(nobody.follow(nobody.submit(url, button="Nu even niet")))
    assert invitations(post)[0].answer is InvitationAnswer.NOT_NOW
    for _ in range(2):
        nobody.post(url, {"antwoord": "ja"})
    assert "Henk krijgt je bericht" in words(nobody.get(url))
    assert invitations(post)[0].answer is InvitationAnswer.YES


def test_a_link_of_somebody_else_opens_nothing_and_a_late_one_says_so(link, browser, on_post, clock):
    _, post, url = link
    assert browser().get(url[:-3] + "xxx").status_code == 404
    assert browser().post(url, {"antwoord": "misschien"}).status_code == 303
    on_post(posting.match, post)
    assert "Dit is niet meer nodig" in words(browser().get(url))
    assert browser().post(url, {"antwoord": "ja"}).status_code == 409
    clock.advance(days=15)
    assert browser().get(url).status_code == 404


def test_a_moderator_finds_somebody_and_asks_with_one_tap(henk, offers, asks, climbs, make, browser, invitations):
    post = asks(henk)
    for _ in range(4):
        climbs(post)
    rob = offers("Rob", when="zaterdag")
    mo = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    assert post.title in words(mo.get("/controleren/zoek-iemand"))
    url = f"/controleren/zoek-iemand/{post.reference}"
    assert "Rob" in words(mo.get(url))
    assert path(mo.submit(url, button="Vraag Rob")) == url
    assert [one.member_id for one in invitations(post)] == [rob.id]
    assert "Nog geen antwoord" in words(mo.get(url))
    assert mo.post(url, {"buur": rob.member.reference}).status_code == 409
    assert mo.post(url, {"buur": "B-0000-0000"}).status_code == 404


def test_a_moderator_who_looks_for_somebody_asks_as_much_for_many_as_for_one(
    henk, offers, asks, make, browser, database, listen
):
    post, heard = asks(henk), []
    mo = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    url = f"/controleren/zoek-iemand/{post.reference}"
    offers("Rob")
    mo.get(url)  # what is remembered is remembered now
    listen(database.read, "before_cursor_execute", lambda *asked: heard.append(asked[2]))
    assert "Rob" in words(mo.get(url))
    for_one, names = len(heard), ("Ans", "Bas", "Cor", "Dirk")
    for name in names:
        offers(name)
    heard.clear()
    page = words(mo.get(url))
    assert all(name in page for name in names)
    assert len(heard) == for_one


def test_a_helper_says_when_how_far_and_how_often(offers, browser, work):
    rob = offers("Rob")
    me, url = browser(rob.member), f"/berichten/{rob.offer.reference}/hoe-ik-help"
    assert me.post(url, {"reach": "mars", "often": "4"}).status_code == 422
    assert me.post(url, {"reach": "own", "often": "900"}).status_code == 422
    me.submit(url, {"parts": ["do-ochtend", "za-middag"], "reach": "own", "often": "2"})
    assert queries.terms_of(work, [rob.offer.id]) == {
        rob.offer.id: Terms(frozenset({("do", "ochtend"), ("za", "middag")}), Reach.OWN, 2)
    }
    page = words(me.get(f"/berichten/{rob.offer.reference}"))
    assert "donderdag: ochtend" in page
    assert "hoogstens 2 keer per maand" in page
    assert "per maand" not in words(browser().get(f"/berichten/{rob.offer.reference}"))


@pytest.mark.parametrize(
    "typed",
    [
        {"away_from": "2026-12-24", "away_until": "2026-12-01"},
        {"away_until": "2026-01-01"},
        {"quiet_from": "22", "quiet_until": ""},
        {"quiet_from": "99", "quiet_until": "3"},
        {"away_from": "ooit"},
        {"away_from": "0001-01-01", "away_until": "9999-12-31"},
    ],
)
def test_half_an_answer_about_rest_is_asked_again(offers, browser, work, typed):
    answer = browser(offers("Rob").member).post("/mijn/helpen", typed)
    assert answer.status_code == 422
    assert work.exec(select(HelperRest)).first() is None


def test_a_holiday_and_quiet_hours_are_kept_and_shown_again(offers, browser):
    me = browser(offers("Rob").member)
    typed = {"away_from": "2026-12-01", "away_until": "2026-12-24", "quiet_from": "18", "quiet_until": "10"}
    assert me.submit("/mijn/helpen", typed).status_code == 303
    page = me.get("/mijn/helpen").text
    assert 'value="2026-12-24"' in page
    assert "hoogstens 4 keer per maand" in words(me.get("/mijn/helpen"))
    assert me.submit("/mijn/helpen", {"away_from": "", "away_until": ""}).status_code == 303
    page = me.get("/mijn/helpen").text
    assert "2026-12-" not in page
    assert 'value="18" selected' in page or 'selected value="18"' in page


def test_after_nobody_came_one_tap_reopens_and_each_side_says_what_happened(henk, make, browser, clock, asks):
    rob = make.member("Rob")
    post = asks(henk)
    talk = make.conversation(post, rob)
    me, he = browser(henk), browser(rob)
    me.submit(f"/gesprekken/{talk.reference}/kiezen", {"match_agreed": "1"})
    moment = {"day": "2026-11-23", "time": "15:00", "place": "bij Henk", "match_agreed": "1"}
    meeting = path(he.submit(f"/gesprekken/{talk.reference}/afspraak", moment))
    me.submit(meeting, {"match_agreed": "1"}, button="Ja, dat is goed")
    he.submit(f"{meeting}/herkennen", {"sign": "groene fiets met krat"})
    seen = words(me.get(meeting))
    assert "Jullie codewoord" in seen
    assert "groene fiets met krat" in seen
    assert me.submit(f"{meeting}/herkennen", {"sign": "x" * 200}).status_code == 422
    clock.advance(hours=6)
    me.submit(meeting, button="Er is niemand gekomen")
    assert "Dringend: binnen een dag hoor je iets." in words(me.get(f"/berichten/{post.reference}"))
    assert "Dringend" in words(browser(make.member("Truus")).get(f"/berichten/{post.reference}"))
    he.submit(f"{meeting}/wat-er-gebeurde", button="Ik was het vergeten")
    assert "Je zei: Ik was het vergeten." in words(he.get(f"{meeting}/wat-er-gebeurde"))
    assert me.post(f"{meeting}/niet-goed", {"words": ""}).status_code == 422
    assert path(me.submit(f"{meeting}/niet-goed", {"words": "Ik schrok ervan."})) == meeting
    mo = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    assert "Ik was het vergeten" in words(mo.get("/controleren/niet-gekomen"))


def test_what_closed_by_itself_opens_again_with_the_link_of_the_mail(henk, asks, on_post, browser, clock):
    post = asks(henk)
    url = f"/berichten/{post.reference}/nog-nodig/{still_needed_token(post.reference, clock())}"
    on_post(posting.expire, post)
    nobody = browser()
    for _ in range(2):
        assert "zet het weer open" in words(nobody.get(f"{url}?antwoord=nee"))
    nobody.submit(url, button="Ja, zet het weer open")
    assert "Je bericht staat open tot" in words(nobody.get(url))
