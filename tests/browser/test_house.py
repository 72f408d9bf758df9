"""The house in order: a text changes and is accepted again, a town opens when its list is done, what went wrong is shown."""

from playwright.sync_api import expect

from b2b.core.clock import local
from b2b.municipalities import queries as towns
from b2b.municipalities import service as places
from tests.browser.people import DESK
from tests.browser.story import is_new, looks_as


def test_a_town_opens_when_every_line_of_its_list_is_signed(site, person):
    nadia, visitor = person(viewport=DESK), person(java_script_enabled=False)
    with site.app.writing() as work:
        town = towns.municipality_for_host(work, "127.0.0.1")
        places.close_down(work, town.id)
    looks_as(nadia, "Nadia")
    nadia.go("/beheer/opening/dpia")
    nadia.press("Zet deze regel weer open")
    nadia.go("/beheer/opening")
    nadia.reads("Utrecht is nog niet open")
    expect(nadia.main.get_by_role("button", name="Open Utrecht")).to_have_count(0)
    visitor.go("/plaatsen")
    visitor.reads("In Utrecht kun je nog niet meedoen")

    nadia.go("/beheer/opening/dpia")
    nadia.write("Wie tekent?", "Functionaris gegevensbescherming")
    nadia.set("Op welke dag?", local(site.clock()).date().isoformat())
    nadia.press("Teken deze regel")
    nadia.go("/beheer/mensen")
    nadia.press("Ingrid")
    nadia.choose("Buurtmoderator")
    nadia.pick("Waar", "De hele gemeente")
    nadia.press("Geef deze rol")
    nadia.go("/beheer/opening")
    nadia.press("Open Utrecht")
    nadia.reads("Utrecht is open")
    is_new(visitor, "noor@buur.example", "Noor")
    visitor.go("/mijn")
    visitor.reads("Hallo Noor")


def test_an_incident_and_an_order_are_written_down_and_shown(site, person):
    karin, nadia, reader = person(), person(viewport=DESK), person(java_script_enabled=False)
    looks_as(karin, "Karin")
    karin.go("/incidenten/nieuw")
    karin.pick("Welk risico was dit?", "Een ongeluk onderweg")
    karin.write("Wat is er gebeurd?", "Een fietser reed tegen een scootmobiel.")
    karin.press("Leg vast")
    karin.reads("Een fietser reed tegen een scootmobiel.")
    looks_as(nadia, "Nadia")
    nadia.go("/incidenten")
    nadia.reads("Een ongeluk onderweg")

    nadia.go("/beheer/bevelen-en-geschillen")
    nadia.write("Van wie komt het?", "Rechtbank Midden-Nederland")
    nadia.write("Wat vragen zij?", "Een bericht moet weg.")
    nadia.press("Schrijf op")
    nadia.write("Wat hebben jullie gedaan?", "Weggehaald.")
    nadia.set("Wanneer was het klaar?", local(site.clock()).date().isoformat())
    nadia.press("Het is klaar")
    nadia.reads("Klaar op")

    reader.go("/transparantie")
    reader.reads("Bevel om iets weg te halen")
    folded = reader.main.get_by_text("Besloten door een computer", exact=True)
    expect(folded).to_be_hidden()
    reader.main.get_by_text("Besluiten", exact=True).first.click()
    expect(folded).to_be_visible()
    reader.main.get_by_text("Besluiten", exact=True).first.click()
    reader.page.emulate_media(media="print")
    assert folded.evaluate("cell => cell.checkVisibility({contentVisibilityAuto: true})")


def test_house_rules_that_changed_are_announced_asked_again_and_accepted(site, person):
    fatima, reader = person(), person(java_script_enabled=False)
    reader.go("/spelregels")
    reader.reads("Deze tekst verandert op")
    site.clock.skip(days=16)
    fatima.go("/inloggen")
    fatima.press("Kijk als Fatima,")
    fatima.go("/gesprekken")
    fatima.headed("Er is iets veranderd")
    fatima.reads("foto van wat je leent")
    fatima.press("Ga verder")
    fatima.reads("zet een vinkje")
    fatima.choose("Ik heb dit gelezen en ik houd me eraan")
    fatima.press("Ga verder")
    fatima.headed("Gesprekken")
