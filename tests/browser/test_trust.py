"""From newcomer to neighbour by the code of a letter, and on to a known neighbour by helping."""

import re

from tests.browser.people import PATIENCE, Keyboard, Mouse
from tests.browser.story import (
    answers,
    asks,
    fills_in_code,
    is_asked_back,
    is_new,
    looks_as,
    mail_of,
    meets,
    two_days_later,
)

SECRET = "Na mijn operatie kan ik niet tillen"


LENA = "lena@voorbeeld.nl"


def is_helped(asker, name, lena, title):
    """Let Lena help once: both say that it happened and that it helped."""
    post = asks(asker, title)
    talk = answers(lena, post, "Dat doe ik graag.")
    meets(asker, lena, post, talk, "Lena")
    two_days_later(asker, mail_of(name), title)
    is_asked_back(lena, LENA, title)
    for somebody in (asker, lena):
        somebody.press("Ja, het is gelukt")
        somebody.press("Ja, het hielp")
        somebody.reads("Je antwoord is bewaard")


def test_the_code_of_a_letter_opens_what_is_for_neighbours_and_who_helps_becomes_known(person):
    lena, nadia = person(Keyboard), person(Mouse, java_script_enabled=False)
    is_new(lena, LENA, "Lena")
    lena.go("/")
    assert SECRET not in lena.main.inner_text()
    lena.press("Lees hoe dat gaat")
    lena.reads("Jij bent nu: Nieuw")
    lena.press("Vraag een brief")
    lena.write("Postcode", "3563 xk")
    lena.write("Huisnummer", "31")
    lena.press("Stuur mij een brief")
    lena.reads("Je hebt een brief gevraagd")

    looks_as(nadia, "Nadia")
    nadia.go("/beheer/brieven")
    nadia.press("Maak deze brieven")
    run = nadia.path
    nadia.press("Toon de brieven")
    paper = nadia.main.locator(".b2b-paper").filter(has_text="3563 XK 31")
    code = re.search(r"[0-9A-Z]{4} [0-9A-Z]{4}", paper.locator(".b2b-bigcode").inner_text())
    assert code
    nadia.go(run)
    nadia.press("De brieven zijn verstuurd")
    nadia.reads("Er wachten geen brieven")

    lena.go("/mijn/vertrouwen")
    lena.press("Vul de code in")
    lena.write("Code uit de brief", code.group().lower())
    lena.press("Controleer de code")
    lena.reads("Jij bent nu: Buur")
    lena.go("/")
    lena.go(lena.main.get_by_role("link", name=SECRET).get_attribute("href"))
    lena.reads("Alleen buren")

    fatima, henk = person(), person()
    looks_as(fatima, "Fatima")
    looks_as(henk, "Henk")
    is_helped(fatima, "Fatima", lena, "Wie haalt een zak aardappels?")
    is_helped(henk, "Henk", lena, "Wie haalt mijn pakje op?")
    is_helped(fatima, "Fatima", lena, "Wie haalt mijn brood?")
    lena.go("/mijn/vertrouwen")
    lena.reads("Jij bent nu: Buur")
    lena.site.clock.skip(days=60)
    lena.go("/inloggen")
    fills_in_code(lena, LENA)
    for _ in range(PATIENCE // 500):  # one of the chores of a night sees it
        lena.go("/mijn/vertrouwen")
        if "Bekende buur" in lena.main.locator(".utrecht-alert").inner_text():
            break
        lena.page.wait_for_timeout(500)
    lena.reads("Jij bent nu: Bekende buur")
    lena.press("Sta in voor een buur")
