"""From a notice without an account to a decision, its reasons, an objection by the link of the mail, and the reversal."""

import re

from tests.browser.story import asks, looks_as, mail_of

WORDS = "Je schold een buur uit. Dat mag hier niet."


def test_a_notice_a_measure_an_objection_and_everything_is_back(site, person):
    olena, stranger, mo, nadia = person(), person(java_script_enabled=False), person(), person()
    looks_as(olena, "Olena")
    post = asks(olena, "Wie leert mij schaken?")
    reference = post.rsplit("/", 1)[1]

    # Somebody without an account reports it.
    stranger.go(f"/melding?over={reference}")
    stranger.choose("Schelden, pesten of bedreigen")
    stranger.write("Vertel wat er is", "Ze schold mij uit op de stoep.")
    stranger.write("Je naam", "Anja")
    stranger.write("Je e-mailadres", "anja@buur.example")
    stranger.choose("Ik vul dit eerlijk in")
    stranger.press("Verstuur mijn melding")
    stranger.headed("Je melding is binnen")

    # A moderator reads what each decision does, and decides.
    looks_as(mo, "Mo")
    with site.app.reading() as work:
        item = _item_about(work, reference)
    mo.go(f"/controleren/{item}")
    mo.reads("Advies van de site")
    mo.reads("op elk apparaat")
    mo.choose("7 dagen niet meedoen")
    mo.pick("Welke spelregel of wet?", "Wees aardig. Schelden, pesten en discrimineren mag niet.")
    mo.write("Jouw uitleg", WORDS)
    mo.press("Neem dit besluit")

    # She reaches the reasons and nothing else; nobody sees her post.
    olena.go("/gesprekken")
    olena.headed("Besluiten over mij")
    olena.reads("Je kunt nu niet meedoen")
    stranger.go(post)
    stranger.does_not_read("Wie leert mij schaken?")

    # By the link of the mail she objects, in a browser that never signed in and runs no script.
    mail = site.mail(mail_of("Olena"), "besluit over je account")
    assert WORDS in mail.text
    link = re.search(r"https?://[^/\s]+(/besluit/\S+)", mail.text)
    assert link, mail.text
    at_library = person(java_script_enabled=False)
    at_library.go(link[1])
    at_library.reads(WORDS)
    at_library.press("Maak bezwaar")
    at_library.write("Waarom ben je het er niet mee eens?", "Ik was dat niet. Ik was die dag niet thuis.")
    at_library.press("Verstuur mijn bezwaar")
    at_library.reads("Je bezwaar is binnen")

    # Somebody who had no part in it puts everything right.
    mo.go("/bezwaren")
    mo.does_not_read("Overvecht")
    looks_as(nadia, "Nadia")
    with site.app.reading() as work:
        complaint = _complaint_of(work, mail_of("Olena"))
    nadia.go("/bezwaren")
    nadia.press(complaint)
    nadia.reads("Ik was die dag niet thuis.")
    nadia.choose("Het besluit gaat weg")
    nadia.write("Jouw uitleg", "Twee buren zagen dat jij er niet was.")
    nadia.press("Neem dit besluit")

    site.mail(mail_of("Olena"), "Antwoord op je bezwaar")
    site.mail("anja@buur.example", "opnieuw gekeken")
    olena.go(post)
    olena.reads("Wie leert mij schaken?")
    olena.reads("Staat open")


def _item_about(work, reference):
    from b2b.moderation import queries
    from b2b.moderation.rules import TargetKind
    from b2b.posts.queries import post_by_reference

    return queries.open_item(work, TargetKind.POST, post_by_reference(work, reference).id).reference


def _complaint_of(work, email):
    from b2b.accounts.queries import by_email
    from b2b.moderation import queries
    from b2b.municipalities.queries import municipality_by_code

    member = by_email(work, municipality_by_code(work, "GM0344").id, email)
    newest = queries.statements_of(work, member.id)[0]
    return queries.complaint_of_statement(work, newest.id).reference
