"""Asking without shame, and never without an answer: quietly, one neighbour first, and when nobody comes forward."""

import re
import time
from datetime import timedelta

from b2b.notifications.channels.catcher import KEEP
from b2b.posts.queries import post_by_reference
from b2b.promise.queries import promise_of
from tests.browser.people import Keyboard
from tests.browser.server import PATIENCE
from tests.browser.story import answers, asks, looks_as, mail_of

QUIET = "Wie repareert mijn kraan en praat er met niemand over?"
OFFER = "Handige buurman, kleine klussen"
WORDS = "Mijn deur klemt en de kraan lekt. Zou je dinsdag kunnen kijken?"
TAKEN = (
    r"Wij (zochten|vroegen \d+ bu\w+) in jouw buurt",
    r"Wij (zochten nog een keer|vroegen nog \d+ bu\w+) in jouw buurt",
    r"Wij (zochten|vroegen \d+ bu\w+) in de buurten ernaast",
    r"Een buurtmoderator zoekt nu iemand voor je",
    r"Wij mailden je wat er verder kan",
)


def asks_quietly(somebody, helper):
    """Ask for a small repair without anybody but `helper` and the moderator reading it; return its address."""
    somebody.go("/plaatsen")
    somebody.press("Ik zoek hulp")
    somebody.choose("Klus in huis")
    somebody.press("Volgende")
    somebody.choose("Iets kleins repareren")
    somebody.press("Ik houd me hieraan")
    somebody.write("Korte titel", QUIET)
    somebody.write("Je vraag", "De kraan lekt en de deur klemt. Ik schaam me voor mijn keuken.")
    somebody.press("Volgende")
    somebody.choose("Voor mij")
    somebody.pick("In welke buurt is het?", "Vechtzoom-zuid")
    somebody.choose("Bij mij thuis")
    somebody.choose("Stille vraag")
    somebody.press("Volgende")
    somebody.headed("Wie mag je vraag lezen?")
    somebody.choose(helper)
    somebody.press("Volgende")
    somebody.headed("Kijk of alles klopt")
    somebody.press("Dit klopt")
    somebody.choose("Ik")
    somebody.press("Plaats mijn bericht")
    somebody.press("Bekijk je bericht")
    return somebody.path


def finds(somebody, words):
    """Return whether `words` stand on any list of posts that somebody can open."""
    found = []
    for path in ("/buurten/vechtzoom-zuid?soort=vraag", "/zoeken?q=kraan+repareert+niemand"):
        somebody.go(path)
        found += [path] if words in somebody.main.inner_text() else []
    return found


def told_of(site, words):
    """Return who got a mail with `words` in it."""
    return {mail.to for mail in site.mailbox.mails(limit=KEEP) if words in mail.subject + mail.text}


def test_a_quiet_request_is_read_by_who_was_picked_and_stands_on_no_list(site, person):
    marjan, rob, henk = (person(java_script_enabled=False) for _ in range(3))
    for somebody, name in ((marjan, "Marjan"), (rob, "Rob"), (henk, "Henk")):
        looks_as(somebody, name)
    post = asks_quietly(marjan, "Rob: Handige buurman")
    marjan.reads("Stille vraag: alleen een paar buren en de buurtmoderator")
    marjan.reads("Rob is gevraagd")

    site.mail(mail_of("Rob"), "vraagt jou om hulp", "stille vraag")
    rob.go(post)
    rob.reads("Dit is een stille vraag aan jou")
    assert finds(henk, QUIET) == finds(rob, QUIET) == []
    henk.page.goto(post)
    henk.headed("Wij kunnen dit niet vinden")

    answers(rob, post, "Ik kom dinsdag met mijn gereedschap.")
    marjan.go(post)
    marjan.press("Kies Rob")
    assert told_of(site, QUIET) == {mail_of("Rob"), mail_of("Marjan")}


def test_who_hears_not_now_from_one_neighbour_is_led_on_at_once(site, person):
    henk, rob = person(Keyboard), person(java_script_enabled=False)
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    henk.go("/buurten/vechtzoom-zuid?soort=aanbod")
    henk.press(OFFER)
    henk.press("Reageer op dit bericht")
    henk.choose("Ik wil deze hulp graag")
    henk.write("Je bericht", WORDS)
    henk.press("Verstuur bericht")
    talk = henk.path

    site.mail(mail_of("Rob"), "Henk", talk)
    rob.go(talk)
    rob.reads("Komt het niet uit? Dat geeft niet.")
    rob.press("Nu even niet")
    rob.reads("Je zei: nu even niet")

    site.mail(mail_of("Henk"), "Rob kan nu even niet", "Dat ligt niet aan jou")
    henk.go(talk)
    henk.reads("Dat gebeurt vaak en het ligt niet aan jou.")
    henk.press("Plaats je vraag")
    henk.choose("Iets kleins repareren")
    henk.press("Ik houd me hieraan")
    assert henk.main.get_by_label("Je vraag").input_value() == WORDS


def waits_for_the_next_rung(site, post):
    """Let the clock stand a minute after the moment that the page of a request names."""
    with site.app.reading() as work:
        found = promise_of(work, post_by_reference(work, post.rsplit("/", 1)[1]).id)
    site.clock.skip(seconds=(found.next_at - site.clock() + timedelta(minutes=1)).total_seconds())


def test_a_request_that_nobody_answers_ends_in_the_offer_of_a_handoff(site, person):
    title = "Wie stemt mijn oude accordeon?"
    fatima = person(java_script_enabled=False)
    looks_as(fatima, "Fatima")
    post = asks(fatima, title)
    fatima.go(post)
    fatima.reads("Binnen 2 werkdagen hoor je iets.")
    for rung in TAKEN:
        waits_for_the_next_rung(site, post)
        # Days are skipped: the work of their nights comes first.
        until = time.monotonic() + 6 * PATIENCE
        while not re.search(rung, fatima.main.inner_text()) and time.monotonic() < until:
            time.sleep(0.2)
            fatima.go(post)
        assert re.search(rung, fatima.main.inner_text()), rung
    site.mail(mail_of("Fatima"), "Nog geen hulp gevonden", title)
    fatima.press("Vraag de buurtregisseur om hulp", inside=fatima.main.locator("section[aria-labelledby=belofte]"))
    fatima.reads(title)
    # Days of news and digests went by, and still nobody else heard of what was asked quietly.
    assert told_of(site, QUIET) <= {mail_of("Rob"), mail_of("Marjan")}
