"""Help that comes back: eight Thursdays are agreed on, one is skipped, one is handed on, and to one nobody comes."""

from datetime import timedelta

from b2b.core.clock import local
from tests.browser.people import Keyboard
from tests.browser.story import agrees, answers, asks, chooses, looks_as, mail_of

TITLE = "Wie gaat elke donderdag met mij naar de markt?"
THURSDAY = 3


def thursday_after_next(site):
    """Return a Thursday that is at least a week away, so that all that comes before it happens in time."""
    today = local(site.clock()).date()
    return today + timedelta(days=(THURSDAY - today.weekday()) % 7 + 7)


def turn(somebody, number):
    """Return the card of one of the turns on the page of a series."""
    return somebody.main.locator(f"article[aria-labelledby=keer-{number}]")


def test_eight_thursdays_of_which_one_is_skipped_one_handed_on_and_one_missed(site, person):
    fatima, rob, olena = person(), person(Keyboard), person(java_script_enabled=False)
    for somebody, name in ((fatima, "Fatima"), (rob, "Rob"), (olena, "Olena")):
        looks_as(somebody, name)
    post = asks(fatima, TITLE)
    talk = answers(rob, post, "Ik ga er elke week heen.")
    answers(olena, post, "Ik kan ook soms.")
    chooses(fatima, post, "Rob")

    # Rob proposes, Fatima reads each day and says yes.
    first = thursday_after_next(site)
    rob.go(talk)
    rob.press("Spreek vaste hulp af")
    rob.set("Welke dag is de eerste keer?", first.isoformat())
    rob.set("Hoe laat?", "10:00")
    rob.write("Waar spreken jullie af?", "bij de ingang van de flat")
    agrees(rob)
    rob.press("Verstuur voorstel")
    rob.reads("Wacht op antwoord van Fatima")
    series = rob.path
    site.mail(mail_of("Fatima"), "vaste hulp", series)
    fatima.go(series)
    fatima.reads("Elke donderdag om 10.00 uur")
    agrees(fatima)
    fatima.press("Ja, dat is goed")
    fatima.reads("Hoe herkennen jullie elkaar?")
    assert fatima.main.locator("article", has_text="met Rob").count() == 8

    # Rob says how Fatima recognises him; it stands with each time that he comes.
    rob.go(series)
    rob.press("Vertel hoe je te herkennen bent")
    rob.write("Hoe herkent de ander jou?", "een groene pet")
    rob.press("Bewaar")
    fatima.go(series)
    assert "Zo herken je Rob: een groene pet" in turn(fatima, 1).inner_text()

    # A small team: Olena helps along. Fatima skips the second time, Rob hands on the first.
    fatima.press("Vraag Olena erbij")
    olena.go(series)
    agrees(olena)
    olena.press("Ja, ik doe mee")
    fatima.press("Sla deze keer over", inside=turn(fatima, 2))
    fatima.press("Ja, sla deze keer over")
    assert "Overgeslagen" in turn(fatima, 2).inner_text()
    site.mail(mail_of("Rob"), "Fatima", series)
    rob.go(series)
    rob.press("Vraag het team", inside=turn(rob, 1))
    site.mail(mail_of("Olena"), "Rob kan deze keer niet", series)
    olena.go(series)
    olena.press("Ik kom deze keer")
    fatima.go(series)
    assert "met Olena" in turn(fatima, 1).inner_text()
    assert "groene pet" not in turn(fatima, 1).inner_text()

    # Nobody comes: one tap, and the team is asked at once.
    since = site.clock()
    site.clock.skip(days=(first - local(since).date()).days, hours=12 - local(since).hour)
    fatima.go(series)
    fatima.press("Er is niemand gekomen", inside=turn(fatima, 1))
    fatima.reads("Dringend: er kwam niemand")
    site.mail(mail_of("Rob"), "Er kwam niemand bij Fatima", series)
    rob.go(series)
    rob.reads("Fatima wacht nog op hulp")
    rob.press("Ik kom nog")
    site.mail(mail_of("Fatima"), "Rob komt nog")
    fatima.go(series)
    fatima.press("Ja, het is gelukt", inside=turn(fatima, 1))
    assert "Gelukt" in turn(fatima, 1).inner_text()
