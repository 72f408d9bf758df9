"""The story of the site in steps, each done through its pages only: whoever presses, and however."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from b2b.accounts.rules import DEMO_DOMAIN
from b2b.core.clock import local
from tests.browser.people import Person
from tests.browser.server import Site

BODY = "Ik loop slecht. De winkel is dichtbij, maar de tas is te zwaar."
HOOD = "Zambesidreef en omgeving"
READ = "Ik heb dit gelezen en ik houd me eraan"


def mail_of(name: str) -> str:
    """Return the address of a listed person of the demo."""
    return f"{name.lower()}{DEMO_DOMAIN}"


def looks_as(person: Person, name: str) -> None:
    """Sign in as one of the demo's people, by the button of the sign-in page."""
    person.go("/inloggen")
    person.press(f"Kijk als {name},")
    person.page.wait_for_url(lambda url: "/inloggen" not in url)


def fills_in_code(person: Person, email: str) -> None:
    """Ask for a code on the open sign-in page, and type the one that comes by mail."""
    before = person.site.last_mail(email)
    person.write("E-mailadres", email)
    person.press("Mail mij een code")
    person.headed("Vul de code in")
    mail = person.site.mail(email, "code", after=before)
    code = re.search(r"\b\d{3} ?\d{3}\b", mail.text)
    assert code, mail.text
    person.write("Code", code.group())
    person.press("Ga verder")


def joins(person: Person, name: str, hood: str = HOOD) -> None:
    """Make an account, on the page that comes after a first code."""
    person.headed("Doe mee")
    person.write("Voornaam", name)
    person.pick("Buurt", hood)
    person.choose("Ik ben 16 jaar of ouder")
    person.choose("Ik houd me aan de spelregels")
    person.press("Maak mijn account")


def is_new(person: Person, email: str, name: str) -> None:
    """Make an account from the sign-in page: who is new places one post a day, and a moderator reads it."""
    person.go("/inloggen")
    fills_in_code(person, email)
    joins(person, name)


def begins_to_ask(person: Person, title: str, hood: str = HOOD) -> None:
    """Answer the questions of a request for shopping, up to the page that shows all answers."""
    person.go("/plaatsen")
    person.press("Ik zoek hulp")
    person.choose("Boodschappen en ophalen")
    person.press("Volgende")
    person.reads("Geef nooit je pinpas of pincode.")
    person.choose("Boodschappen doen in de winkel")
    person.press("Ik houd me hieraan")
    person.write("Korte titel", title)
    person.write("Je vraag", BODY)
    person.press("Volgende")
    person.choose("Voor mij")
    person.pick("In welke buurt is het?", hood)
    person.choose("Bij mij thuis")
    person.write("Wanneer?", "elke donderdag in de ochtend")
    person.press("Volgende")
    person.headed("Kijk of alles klopt")
    person.reads(title)


def sends_in(person: Person) -> str:
    """Agree to the rules of this kind of help and send the post in; return its address."""
    person.choose("Ik")
    person.press("Plaats mijn bericht")
    person.press("Bekijk je bericht")
    return person.path


def asks(person: Person, title: str) -> str:
    """Place a request as somebody who is signed in; return its address."""
    begins_to_ask(person, title)
    person.press("Dit klopt")
    return sends_in(person)


def answers(person: Person, post: str, words: str) -> str:
    """React to a post that is open; return the address of the conversation."""
    person.go(post)
    person.press("Reageer op dit bericht")
    person.choose("Ik kan helpen")
    person.write("Je bericht", words)
    person.press("Verstuur bericht")
    person.reads(words)
    return person.path


def agrees(person: Person) -> None:
    """Tick that one read what nobody checks, where the page asks for it."""
    person.reads("Wij controleren niet wie er aan de deur komt")
    if person.main.get_by_label(READ).count():
        person.choose(READ)


def chooses(person: Person, post: str, name: str) -> None:
    """Choose who helps, on the page of one's own post."""
    person.go(post)
    person.press(f"Kies {name}")
    person.headed(f"Kies je {name}?")
    agrees(person)
    person.press(f"Ja, kies {name}")
    person.reads(f"Je hebt {name} gekozen")


def proposes(person: Person, talk: str) -> datetime:
    """Propose tomorrow at two in the afternoon; return the moment on the Dutch clock."""
    moment = (local(person.site.clock()) + timedelta(days=1)).replace(hour=14, minute=0, second=0, microsecond=0)
    person.go(talk)
    person.press("Maak een afspraak")
    person.set("Welke dag?", f"{moment:%Y-%m-%d}")
    person.set("Hoe laat?", "14:00")
    person.write("Waar spreken jullie af?", "bij de ingang van de winkel")
    agrees(person)
    person.press("Verstuur voorstel")
    return moment


def meets(author: Person, helper: Person, post: str, talk: str, name: str) -> None:
    """Choose, propose and accept: the two have an appointment, and `author` looks at it."""
    chooses(author, post, name)
    proposes(helper, talk)
    author.go(talk)
    author.press("Bekijk het voorstel")
    agrees(author)
    author.press("Ja, dat is goed")
    author.reads("Afgesproken")


def two_days_later(person: Person, email: str, title: str) -> None:
    """Let the appointment about `title` pass, and open the link of the mail that asks how it went."""
    before = person.site.last_mail(email)
    person.site.clock.skip(days=2)
    is_asked_back(person, email, title, after=before)


def is_asked_back(person: Person, email: str, title: str, *, after: str = "") -> None:
    """Open the link of the mail, newer than `after`, that asks how the appointment about `title` went."""
    mail = person.site.mail(email, title, "/terugblik/", after=after)
    link = re.search(r"http://\S+/terugblik/\S+", mail.text)
    assert link, mail.text
    person.go(urlsplit(link.group()).path)


def a_neighbour_is_helped(site: Site, enter: Callable[[], Person], title: str, email: str) -> None:
    """Live the whole story once; `enter` lets somebody else walk in."""
    # Somebody new asks for help, and signs in and joins on the way: no answer is lost.
    lena = enter()
    begins_to_ask(lena, title)
    lena.press("Dit klopt")
    lena.headed("Inloggen")
    fills_in_code(lena, email)
    joins(lena, "Lena")
    post = sends_in(lena)
    lena.reads("Wacht op controle")

    # A moderator of her neighbourhood places it.
    mo = enter()
    looks_as(mo, "Mo")
    mo.press("Controleren", within="nav")
    row = mo.main.get_by_role("row").filter(has_text=title)
    mo.press("Anders besluiten", inside=row)
    mo.choose("Plaatsen")
    mo.press("Neem dit besluit")
    site.mail(email, title)

    # A neighbour answers; she chooses him.
    rob = enter()
    looks_as(rob, "Rob")
    talk = answers(rob, post, "Ik ga donderdag toch naar de winkel.")
    site.mail(email, "Rob reageerde op je bericht")
    chooses(lena, post, "Rob")
    site.mail(mail_of("Rob"), "Lena heeft jou gekozen")

    # They agree on a moment; only he sees her address, and she sees that he looked.
    proposes(rob, talk)
    lena.go(talk)
    lena.press("Bekijk het voorstel")
    agrees(lena)
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
    two_days_later(lena, email, title)
    lena.press("Ja, het is gelukt")
    lena.press("Ja, het hielp")
    lena.reads("Je antwoord is bewaard")
    lena.go(post)
    lena.reads("Het is gelukt.")
    rob.go(meeting)
    rob.does_not_read("Zambesidreef 999")


def twice(somebody, name):
    """Press a button twice, as quickly as a double click does, and wait until it was answered and all is quiet."""
    page = somebody.page
    page.evaluate("window.wasBefore = true")
    with page.expect_response(_ends_a_form) as answer:
        somebody.control(name, somebody.main).dblclick(no_wait_after=True)
    if answer.value.request.is_navigation_request():
        page.wait_for_function("!window.wasBefore")  # the page that was pressed is idle already, and still there
    page.wait_for_load_state("networkidle")


def _ends_a_form(response):
    """Say whether this is what a form that was sent leads to: not the way there."""
    asked = response.request
    return response.status not in range(300, 400) and (asked.method == "POST" or asked.redirected_from is not None)
