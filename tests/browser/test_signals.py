"""Help without a script for who writes that it is too much, and a warning for who is being tricked."""

from playwright.sync_api import expect

from tests.browser.people import Mouse
from tests.browser.story import looks_as


def test_without_a_script_the_numbers_stand_there_at_once(person):
    somebody = person(Mouse, java_script_enabled=False)
    somebody.go("/plaatsen?soort=vraag")
    somebody.choose("Tuin")
    somebody.press("Volgende")
    if "/regels" in somebody.page.url:
        somebody.choose("Koffie")
        somebody.press("Volgende")
    somebody.write("Korte titel", "Mijn kat")
    somebody.write("Je vraag", "Wie wil mijn kat? Ik wil niet meer leven.")
    somebody.press("Volgende")
    card = somebody.page.locator(".b2b-crisis")
    expect(card.get_by_role("link", name="Bel 113")).to_have_attribute("href", "tel:113")
    expect(card.get_by_role("link", name="Bel 112")).to_be_visible()


def test_who_is_being_tricked_reads_so_beside_the_message_and_reports_it_in_one_press(person):
    olena = person(Mouse)
    looks_as(olena, "Olena")
    olena.go("/gesprekken")
    olena.page.get_by_role("link", name="Wie legt mijn tablet uit?").first.click()
    expect(olena.page.get_by_text("Betaal geen cent om te laten zien wie je bent")).to_be_visible()
    olena.page.get_by_role("link", name="Melden: oplichting").first.click()
    expect(olena.page.locator('input[name="category"][value="fraud"]')).to_be_checked()
