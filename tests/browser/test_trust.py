"""From newcomer to neighbour: a letter is asked for, printed, and its code opens what is for neighbours."""

import re

from tests.browser.people import Keyboard, Mouse
from tests.browser.story import is_new, looks_as

SECRET = "Na mijn operatie kan ik niet tillen"


def test_the_code_of_a_letter_opens_what_is_for_neighbours(person):
    lena, nadia = person(Keyboard), person(Mouse, java_script_enabled=False)
    is_new(lena, "lena@voorbeeld.nl", "Lena")
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
