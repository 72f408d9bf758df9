"""Help without a script for who writes that it is too much, and a warning for who is being tricked."""

from playwright.sync_api import expect

from tests.browser.people import Mouse
from tests.browser.story import answers, asks, looks_as


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


def test_who_cries_for_help_without_a_script_is_answered_at_once_and_a_moderator_finds_it_first(person):
    fatima, henk, mo = (person(Mouse, java_script_enabled=False) for _ in range(3))
    looks_as(fatima, "Fatima")
    looks_as(henk, "Henk")
    looks_as(mo, "Mo")
    mo.go("/controleren?toon=crisis")
    waiting = mo.main.get_by_role("link", name="Bericht in een gesprek").count()
    post = asks(fatima, "Wie loopt er even mee?")
    talk = answers(henk, post, "Ik loop graag een eindje met je mee.")

    fatima.go(talk)
    fatima.write("Je bericht", "Laat maar, Henk. Ik wil niet meer leven.")
    fatima.press("Verstuur")
    card = fatima.page.locator(".b2b-crisis").first
    expect(card.get_by_role("link", name="Bel 113")).to_have_attribute("href", "tel:113")
    fatima.reads("Dit is geen straf.")
    fatima.reads("Ik wil niet meer leven.")
    henk.go(talk)
    henk.reads("Ik wil niet meer leven.")

    mo.go("/controleren?toon=crisis")
    assert mo.main.get_by_role("link", name="Bericht in een gesprek").count() == waiting + 1
    mo.go("/controleren")
    expect(mo.main.locator("tbody tr").first).to_contain_text("Nood")


def test_who_is_being_tricked_reads_so_beside_the_message_and_reports_it_in_one_press(person):
    olena = person(Mouse)
    looks_as(olena, "Olena")
    olena.go("/gesprekken")
    olena.page.get_by_role("link", name="Wie legt mijn tablet uit?").first.click()
    expect(olena.page.get_by_text("Betaal geen cent om te laten zien wie je bent")).to_be_visible()
    olena.page.get_by_role("link", name="Melden: oplichting").first.click()
    expect(olena.page.locator('input[name="category"][value="fraud"]')).to_be_checked()
