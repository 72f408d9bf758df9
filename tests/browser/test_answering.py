"""An answer to a mail: from the mail program into the conversation, and what was new is no longer."""

from playwright.sync_api import expect

from tests.browser.people import Mouse
from tests.browser.story import answers, asks, looks_as, mail_of


def bell(person):
    """Return how much the menu says is new."""
    count = person.page.locator('.utrecht-nav-list__link[href="/berichten-voor-jou"] .b2b-count')
    return int(count.inner_text().split()[0].rstrip("+")) if count.count() else 0


def sees_it_come_in(person, words):
    """Come back to the tab until the words are there, as who looks away and back does: nobody loads the page."""
    part = person.page.locator("[data-live]")
    for _look in range(40):
        person.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        person.page.wait_for_timeout(250)
        if words in part.inner_text():
            return
    raise AssertionError(f"{words!r} did not come in")


def test_an_answer_by_mail_lands_in_the_conversation_and_the_bell_counts_down(person, site):
    henk, aisha = person(Mouse), person(Mouse, java_script_enabled=False)
    looks_as(aisha, "Aisha")
    looks_as(henk, "Henk")
    aisha.go("/berichten-voor-jou")
    if bell(aisha):
        aisha.press("Alles is gelezen")
    assert bell(aisha) == 0

    talk = answers(henk, asks(aisha, "Wie haalt soep voor mij?"), "Ik kan woensdag langskomen.")
    mail = site.mail(mail_of("Aisha"), "Henk", talk)

    henk.go(talk)
    half = henk.page.locator("#body")
    henk.hands.write(half, "Ik neem een pan mee en")
    aisha.go("/")
    assert bell(aisha) == 1
    aisha.go(f"/demo/postvak?aan={mail_of('Aisha')}")
    field = aisha.page.locator(f"#antwoord-{mail.name}")
    aisha.hands.write(field, "Woensdag om drie uur is heel fijn.")
    aisha.hands.press(aisha.page.locator(f"form:has(#antwoord-{mail.name}) button"))
    aisha.reads("Je antwoord is onderweg")

    sees_it_come_in(henk, "Woensdag om drie uur is heel fijn.")
    assert half.input_value() == "Ik neem een pan mee en"
    assert half.evaluate("field => field === document.activeElement")
    expect(henk.page.locator("[data-said]")).to_have_text("Nieuw in dit gesprek: 1.")
    henk.go(talk)
    henk.reads("Woensdag om drie uur is heel fijn.")
    assert "Schrijf je antwoord boven deze regel" not in henk.main.inner_text()
    aisha.go(talk)
    aisha.go("/berichten-voor-jou")
    assert bell(aisha) == 0
