"""Help for somebody without e-mail, from the card to "it helped", without scripts; and what comes out of the printer."""

import re
from datetime import timedelta

from b2b.core.clock import local
from tests.browser.story import agrees, answers, looks_as

NAME, TITLE = "Meneer Bos", "Wie brengt mijn glas naar de glasbak?"
PAGES, SIZE = re.compile(rb"/Type\s*/Page\b"), re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
A5, A4 = (420, 595), (595, 842)


def printed(person):
    """Return how many pages the printer gets, and their size in points."""
    paper = person.page.pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(side)) for side in box.split()[2:]) for box in SIZE.findall(paper)}
    assert len(sizes) == 1, sizes
    return len(PAGES.findall(paper)), sizes.pop()


def test_somebody_without_email_is_helped_from_the_card_to_the_end(site, person):
    karin, mo, rob = (person(java_script_enabled=False) for _ in range(3))
    looks_as(karin, "Karin")
    karin.press("Balie", within="nav")
    karin.press("Schrijf een nieuwe bewoner op")
    karin.write("Voornaam", NAME)
    karin.pick("In welke buurt", "Vechtzoom-zuid")
    karin.write("Telefoonnummer", "030 765 43 21")
    for yes in ("Deze persoon wil zelf meedoen", "Ik las de spelregels voor", "Deze persoon is 16 jaar of ouder"):
        karin.choose(yes)
    karin.press("Schrijf op")
    karin.headed(NAME)
    home = karin.path
    karin.press("Schrijf een vraag op")
    karin.main.locator("label", has_text="Vervoer").first.click()
    karin.press("Volgende")
    karin.choose("Een rit met de auto")
    karin.write("Korte titel", TITLE)
    karin.write("De vraag", "De bak staat te ver voor mij. Eén keer in de maand is genoeg.")
    karin.choose("Dat maakt niet uit")
    karin.choose("Ik las dit voor")
    karin.press("Plaats de vraag")
    karin.press("Maak een code")
    assert printed(karin) == (2, A5)
    post = f"/berichten/{karin.path.split('/')[4]}"

    looks_as(mo, "Mo")
    mo.go("/controleren")
    mo.press("Laat buren dit zien", inside=mo.main.get_by_role("row").filter(has_text=TITLE))

    looks_as(rob, "Rob")
    rob.go(post)
    rob.reads("Een medewerker leest je antwoord")
    talk = answers(rob, post, "Ik kom er toch langs met de auto.")

    karin.go("/balie")
    karin.reads("nieuw")
    karin.press(NAME)
    karin.press("Toon het telefoonnummer")
    karin.reads("030 765 43 21")
    karin.press("Rob")
    karin.reads("Ik kom er toch langs met de auto.")
    karin.press("Kies Rob")
    karin.choose("Ik heb dit gelezen") if karin.main.get_by_label("Ik heb dit gelezen").count() else None
    karin.press("Ja, kies Rob")
    karin.press("Spreek een moment af")
    moment = (local(site.clock()) + timedelta(days=1)).replace(hour=14, minute=0)
    karin.set("Welke dag?", f"{moment:%Y-%m-%d}")
    karin.set("Hoe laat?", "14:00")
    karin.write("Waar spreken jullie af?", "Bij de bewoner thuis")
    karin.press("Verstuur voorstel")
    karin.go(home)
    karin.choose("Gesproken: ik heb alles verteld")
    karin.press("Schrijf op")
    karin.reads("Er is niets nieuws")

    rob.go(talk)
    rob.press("Bekijk het voorstel")
    agrees(rob)
    rob.press("Ja, dat is goed")
    site.clock.skip(days=2)
    looks_as(karin, "Karin")
    karin.go(home)
    karin.press("Rob")
    karin.press("Schrijf op hoe het ging")
    karin.choose("Ja, het is gelukt")
    karin.choose("Ja, het hielp")
    karin.press("Schrijf op")
    karin.reads("Gelukt")
    karin.go(home)
    karin.reads("Gelukt")


def test_the_sheet_of_a_neighbourhood_fits_on_a4(person):
    somebody = person(java_script_enabled=False)
    somebody.go("/buurten/tigrisdreef-en-omgeving/prikbord")
    somebody.reads("Wie helpt er in Tigrisdreef en omgeving?")
    assert printed(somebody) == (1, A4)
    somebody.page.emulate_media(media="print")
    somebody.page.set_viewport_size({"width": 703, "height": 1031})  # A4 less its margins, in CSS pixels
    assert somebody.page.evaluate("document.documentElement.scrollWidth") <= 703
