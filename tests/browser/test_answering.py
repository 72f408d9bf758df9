"""An answer to a mail: from the mail program into the conversation, and what was new is no longer."""

from tests.browser.people import Mouse
from tests.browser.story import answers, asks, looks_as, mail_of


def bell(person):
    """Return how much the menu says is new."""
    count = person.page.locator('.utrecht-nav-list__link[href="/berichten-voor-jou"] .b2b-count')
    return int(count.inner_text().split()[0].rstrip("+")) if count.count() else 0


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

    aisha.go("/")
    assert bell(aisha) == 1
    aisha.go(f"/demo/postvak?aan={mail_of('Aisha')}")
    field = aisha.page.locator(f"#antwoord-{mail.name}")
    aisha.hands.write(field, "Woensdag om drie uur is heel fijn.")
    aisha.hands.press(aisha.page.locator(f"form:has(#antwoord-{mail.name}) button"))
    aisha.reads("Je antwoord is onderweg")

    henk.go(talk)
    henk.reads("Woensdag om drie uur is heel fijn.")
    assert "Schrijf je antwoord boven deze regel" not in henk.main.inner_text()
    aisha.go(talk)
    aisha.go("/berichten-voor-jou")
    assert bell(aisha) == 0
