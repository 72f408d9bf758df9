"""A neighbour offers three kinds of help in one post, without a script; another finds it by the second and by the third."""

from tests.browser.people import Keyboard
from tests.browser.story import looks_as

TITLE = "Vrijdags heb ik tijd voor je"
TOLD = "boodschappen, de hond uitlaten en een lampje ophangen"


def ticked(somebody):
    """Return the names of what is ticked on a page."""
    boxes = somebody.main.get_by_role("checkbox", checked=True)
    return {box.evaluate("box => box.labels[0].textContent.trim()") for box in boxes.all()}


def test_three_kinds_are_ticked_from_the_words_and_each_leads_to_the_offer(site, person):
    rob, aisha = person(java_script_enabled=False), person(Keyboard)
    looks_as(rob, "Rob")
    looks_as(aisha, "Aisha")
    rob.go("/plaatsen?soort=aanbod")
    rob.write("Vertel in een paar woorden wat je wilt doen", TOLD)
    rob.press("Zoek de soort")
    assert ticked(rob) == {"Boodschappen en ophalen", "Huisdieren", "Klus in huis"}
    rob.press("Volgende")
    assert ticked(rob) == {"Boodschappen doen in de winkel", "De hond uitlaten", "Iets ophangen of vastmaken"}
    rob.reads("Geef nooit je pinpas of pincode.")
    rob.reads("Leer elkaar en het dier eerst kennen.")
    rob.choose("Op een dier passen")
    rob.choose("Boodschappen en ophalen")  # what Rob likes to do most
    rob.press("Ik houd me hieraan")
    rob.write("Korte titel", TITLE)
    rob.write("Wat kun je doen?", "Ik ben vrijdag vrij. Zeg maar wat je nodig hebt.")
    rob.press("Volgende")
    rob.pick("In welke buurt kun je helpen?", "Vechtzoom-zuid")
    rob.choose("Dat maakt niet uit")
    rob.press("Volgende")
    rob.reads("De hond uitlaten, Op een dier passen")
    rob.press("Dit klopt")
    rob.headed("Dit spreek je af")
    rob.reads("Huisdieren: dit spreek je af")
    rob.reads("Klus in huis: dit spreek je af")
    rob.choose("Ik")
    rob.press("Plaats mijn bericht")
    rob.press("Bekijk je bericht")

    aisha.go("/zoeken?q=op+de+hond+passen")
    card = aisha.main.locator("article.b2b-card", has_text=TITLE)
    assert "Ook: Klus in huis, Huisdieren" in card.inner_text()
    aisha.go("/buurten/vechtzoom-zuid?soort=aanbod&hulp=klussen")
    aisha.press(TITLE)
    aisha.reads("Klus in huis: Iets ophangen of vastmaken")

    # Rob drops the lamp: the offer stands, and is found for it no more.
    rob.press("Verander waarmee je helpt")
    rob.main.get_by_text("Iets ophangen of vastmaken").click()
    rob.press("Bewaar je aanbod")
    rob.reads("Je bericht is veranderd.")
    aisha.go("/buurten/vechtzoom-zuid?soort=aanbod&hulp=klussen")
    aisha.does_not_read(TITLE)
    aisha.go("/buurten/vechtzoom-zuid?soort=aanbod&hulp=huisdieren")
    aisha.reads(TITLE)
