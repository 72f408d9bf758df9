"""A neighbour is helped: the main story, end to end, with a mouse, without scripts, and with keys only."""

import pytest

from tests.browser.people import Keyboard
from tests.browser.story import (
    answers,
    begins_to_ask,
    chooses,
    fills_in_code,
    joins,
    looks_as,
    mail_of,
    proposes,
    sends_in,
    two_days_later,
)

WAYS = {
    "with a mouse": {},
    "without scripts": {"java_script_enabled": False},
    "with keys only": {"hands": Keyboard},
}


@pytest.mark.parametrize("way", WAYS)
def test_a_neighbour_is_helped(site, person, way):
    everybody = WAYS[way]
    title = f"Wie doet mijn boodschappen {way}?"
    email = f"lena-{way.replace(' ', '-')}@voorbeeld.nl"

    # Somebody new asks for help, and signs in and joins on the way: no answer is lost.
    lena = person(**everybody)
    begins_to_ask(lena, title)
    lena.press("Dit klopt")
    lena.headed("Inloggen")
    fills_in_code(lena, email)
    joins(lena, "Lena")
    post = sends_in(lena)
    lena.reads("Wacht op controle")

    # A moderator of her neighbourhood places it.
    mo = person(**everybody)
    looks_as(mo, "Mo")
    mo.press("Controleren", within="nav")
    row = mo.main.get_by_role("row").filter(has_text=title)
    mo.press("Anders besluiten", inside=row)
    mo.choose("Plaatsen")
    mo.press("Neem dit besluit")
    site.mail(email, title)

    # A neighbour answers; she chooses him.
    rob = person(**everybody)
    looks_as(rob, "Rob")
    talk = answers(rob, post, "Ik ga donderdag toch naar de winkel.")
    site.mail(email, "Rob reageerde op je bericht")
    chooses(lena, post, "Rob")
    site.mail(mail_of("Rob"), "Lena heeft jou gekozen")

    # They agree on a moment; only he sees her address, and she sees that he looked.
    proposes(rob, talk)
    lena.go(talk)
    lena.press("Bekijk het voorstel")
    lena.press("Ja, dat is goed")
    lena.press("Geef mijn adres")
    lena.write("Jouw adres", "Zambesidreef 999, bel 2 keer")
    lena.press("Geef mijn adres")
    meeting = lena.path
    rob.go(meeting)
    rob.does_not_read("Zambesidreef 999")
    rob.press("Laat adres zien")
    rob.reads("Zambesidreef 999, bel 2 keer")
    lena.go(meeting)
    lena.reads("gezien")
    assert site.mail(email, "Afspraak met Rob").files == ("afspraak.ics",)

    # Afterwards one tap each says how it went, and the address is gone.
    two_days_later(lena, email)
    lena.press("Ja, het is gelukt")
    lena.press("Ja, het hielp")
    lena.reads("Je antwoord is bewaard")
    lena.go(post)
    lena.reads("Het is gelukt.")
    rob.go(meeting)
    rob.does_not_read("Zambesidreef 999")
