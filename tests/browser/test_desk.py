"""A question to the municipality, from the first word to "did it help?", through the pages and mails only."""

import re
from urllib.parse import urlsplit

from tests.browser.story import looks_as, mail_of

QUESTION = "De lift in onze flat is al een maand stuk. Ik kom mijn huis niet meer uit."


def link_in(mail, part):
    """Return the path of the link with `part` in a mail."""
    found = re.search(rf"http://\S+{part}\S+", mail.text)
    assert found, mail.text
    return urlsplit(found.group()).path


def test_a_resident_asks_the_desk_asks_back_and_both_know_how_it_ended(site, person):
    henk, karin, visitor = person(), person(), person()
    looks_as(henk, "Henk")
    henk.go("/hulp-van-de-gemeente")
    henk.write("Waar heb je hulp bij nodig?", QUESTION)
    henk.choose("Met een e-mail")
    henk.press("Volgende")
    henk.headed("Dit sturen wij")
    henk.reads(QUESTION)
    henk.press("Ja, verstuur dit")
    henk.reads("Je vraag is binnen")
    address = henk.path

    looks_as(karin, "Karin")
    karin.press("Overdrachten", within="nav")
    karin.reads(address.rsplit("/", 1)[1])
    karin.go(address)
    karin.reads(QUESTION)
    karin.press("Ik pak deze vraag op")
    before = site.last_mail(mail_of("Henk"))
    karin.main.locator("summary", has_text="Vraag iets aan de bewoner").click()
    karin.write("Je vraag aan de bewoner", "Op welke verdieping woon je?")
    karin.press("Stel de vraag")
    karin.reads("Wacht op antwoord")

    # Nobody is signed in where the mail is read.
    asked = site.mail(mail_of("Henk"), "een vraag aan jou", after=before)
    assert "verdieping" not in asked.text
    visitor.go(link_in(asked, "/antwoord/"))
    visitor.reads("Op welke verdieping woon je?")
    visitor.write("Jouw antwoord", "Op de vierde.")
    visitor.press("Verstuur antwoord")
    visitor.reads("Je antwoord is binnen")

    karin.go(address)
    karin.reads("Op de vierde.")
    before = site.last_mail(mail_of("Henk"))
    karin.write("Wat wil je de bewoner laten weten?", "De lift wordt maandag gemaakt.")
    karin.press("Klaar")
    ended = site.mail(mail_of("Henk"), "is klaar", after=before)
    visitor.go(link_in(ended, "/geholpen/"))
    visitor.choose("Ja")
    visitor.press("Verstuur")
    visitor.reads("Dankjewel voor je antwoord")
    karin.go(address)
    karin.reads("De bewoner zegt: Ja")
    henk.go(address)
    henk.reads("De lift wordt maandag gemaakt.")
