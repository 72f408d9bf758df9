"""How the municipalities of the demo are arranged: texts, signatures, risks and what went wrong.

Utrecht is open, has its own house rules, and writes a new version that comes in two weeks.
Eindhoven prepares: half of the list is signed, so residents only read there; its desk would like to be one with Utrecht's.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from b2b.consent import queries as texts
from b2b.consent import service as consent
from b2b.consent.queries import CONTACTS
from b2b.consent.rules import HOUSE_RULES, NOTICE, PRIVACY, Signature, help_subject
from b2b.consent.service import Writing
from b2b.core.clock import local
from b2b.demo import outside
from b2b.demo.moments import moment
from b2b.demo.people import EINDHOVEN
from b2b.demo.stage import Stage
from b2b.handoff import service as desks
from b2b.municipalities import service as places
from b2b.privacy.service import security
from b2b.risks import queries as register
from b2b.risks import service as risks
from b2b.risks.rules import Happening

UTRECHT = "GM0344"
INSURANCE = (
    "De gemeente heeft een verzekering voor vrijwilligers. Die geldt niet altijd voor buren. Vraag het na, en kijk in "
    "je eigen polis."
)
NEW_RULE = "- Leen je iets van een buur? Maak samen een foto voor je het meeneemt."

SIGNED = {
    UTRECHT: (
        ("dpia", "A. de Wit, directeur Dienstverlening", "Advies van de FG verwerkt."),
        ("register", "Privacyteam", ""),
        ("processor", "Inkoop", "De gemeente draait de site zelf, met één leverancier voor de servers."),
        ("insurer", "Afdeling Financiën", "De verzekeraar dekt alleen georganiseerd vrijwilligerswerk."),
        ("mailbox", "Karin, buurtregisseur", "Proefvraag van 3 mensen kwam aan."),
        ("mail", "Nadia, beheerder", ""),
        ("backups", "Beheer ICT", "In 40 minuten teruggezet op een lege server."),
        ("breach", "Privacyteam", "Piketnummer hangt bij het klantcontactcentrum."),
    ),
    EINDHOVEN: (
        ("register", "Privacyteam", ""),
        ("insurer", "Afdeling Verzekeringen", "Nog geen antwoord op vraag 3."),
        ("mail", "Beheer ICT", ""),
        ("backups", "Beheer ICT", ""),
    ),
}


@dataclass(frozen=True)
class Mishap:
    """Something that went wrong, as staff wrote it down. `closed` is when nothing more had to be done."""

    risk: str
    who: str
    at: str
    hood: str
    what: str
    done: str = ""
    closed: str = ""


MISHAPS = (
    Mishap(
        "scam-in-private", "Mo", "61d 10:20", "zambesidreef-en-omgeving",
        "Iemand vroeg in een gesprek om 50 euro voor te schieten. De bewoner betaalde niet en meldde het.",
        "Gewaarschuwd. Bericht verborgen. Gebeld met de bewoner.", "60d 16:00",
    ),
    Mishap(
        "scam-in-private", "Mo", "24d 14:10", "tigrisdreef-en-omgeving",
        "Een helper vroeg om de pinpas mee te geven naar de winkel.",
        "Uitgelegd waarom dat niet kan. De helper wist het niet. Er is niets gebeurd.", "23d 09:30",
    ),
    Mishap(
        "scam-in-private", "Karin", "2d 11:15", "zambesidreef-en-omgeving",
        "Een bewoner kreeg een link om “de borg” te betalen.",
    ),
    Mishap(
        "help-klussen", "Karin", "38d 15:40", "tigrisdreef-en-omgeving",
        "Bij het ophangen van een lamp viel een vaas. Geen letsel.",
        "Samen besproken. De helper betaalde de helft.", "36d 12:00",
    ),
)  # fmt: skip


def arrange(stage: Stage) -> None:
    """Arrange both municipalities. Comes after the stories: a setting makes every question read the places anew."""
    utrecht = stage.towns[UTRECHT].municipality_id
    stage.at("177d 10:00")
    stage.acts("Nadia")
    for code, signed in SIGNED.items():
        _sign(stage, stage.towns[code].municipality_id, signed)
    stage.at("30d 14:00")
    for subject in (HOUSE_RULES, PRIVACY):
        consent.adopt(stage.work, utrecht, subject)
    for code, town in stage.towns.items():
        stage.at("1d 09:30")
        consent.seed(stage.work, town.municipality_id)
        risks.fill(stage.work, town.municipality_id)
        if code == UTRECHT:
            _details(stage, utrecht)
    _new_rules(stage, utrecht)
    for mishap in MISHAPS:
        _file(stage, utrecht, mishap)
    outside.arrange(stage, utrecht)
    # Eindhoven would like to; Nadia finds it at Gedeeld loket and says yes or no.
    stage.at("6d 11:00")
    stage.acts_nobody()
    desks.agree_to_share(stage.work, stage.towns[EINDHOVEN].municipality_id, utrecht)
    stage.acts("Nadia")
    stage.at("177d 15:00")
    places.open_up(stage.work, utrecht)


def reads_at_match(stage: Stage, key: str, member_id: int) -> None:
    """Let one of the two of a post accept the disclaimer of each kind of help it is for."""
    post = stage.posts[key]
    for category in post.categories:
        terms = consent.stored(stage.work, post.municipality_id, help_subject(category))
        consent.accept(stage.work, member_id, terms)


def _sign(stage: Stage, town: int, signed: tuple[tuple[str, str, str], ...]) -> None:
    day = _day(stage, "178d 12:00")
    for item, who, note in signed:
        consent.tick(stage.work, town, item, Signature(who, day, note))


def _details(stage: Stage, town: int) -> None:
    consent.choose_insurance(stage.work, town, INSURANCE)
    for key, value in zip(CONTACTS, ("14 030", "toezicht@demo.b2b.example"), strict=True):
        places.choose(stage.work, town, key, value)
    security.confirm(stage.work, town, "mailto:veilig@demo.b2b.example")


def _new_rules(stage: Stage, town: int) -> None:
    stage.at("1d 16:20")
    now = texts.current(stage.work, town, HOUSE_RULES)
    words = now.body.replace("- Voelt iets niet goed?", f"{NEW_RULE}\n- Voelt iets niet goed?")
    since = stage.now + NOTICE + timedelta(days=1)
    what = "Er is een regel bij: maak samen een foto van wat je leent."
    consent.write(stage.work, town, HOUSE_RULES, Writing(now.title, words, what, True, since))


def _file(stage: Stage, town: int, mishap: Mishap) -> None:
    stage.at(mishap.at)
    me = stage.acts(mishap.who)
    risk = next(one for one in register.register(stage.work, town) if one.code == mishap.risk)
    told = Happening(
        mishap.what,
        _day(stage, mishap.at),
        stage.once(),
        done=mishap.done,
        neighbourhood_id=stage.towns[UTRECHT].by_slug[mishap.hood].id,
    )
    incident = risks.file(stage.work, risk, told, me)
    if mishap.closed:
        stage.at(mishap.closed)
        risks.close(stage.work, incident)


def _day(stage: Stage, words: str) -> date:
    return local(moment(words, stage.now)).date()
