"""What a municipality has done before residents come in. Pure.

Some of it the system can see; the rest somebody signs for, with a name and a day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from b2b.core.errors import Conflict, Forbidden, Missing
from b2b.core.words import N_

SIGNED_BY_MAX = 80
NOTE_MAX = 500
WISHED_MODERATORS = 2
"""How many moderators a neighbourhood wishes for; one is enough to open."""


class NotReady(Conflict):
    """Something on the list is not done."""

    sentence = N_("De lijst is nog niet klaar. Kijk wat er nog openstaat.")


class NotOpenYet(Forbidden):
    """Residents cannot take part here yet."""

    sentence = N_("Buurthulp is in deze gemeente nog niet open.")


class NoSuchItem(Missing):
    """No line of the list has this code, or it is not for people to sign."""


@dataclass(frozen=True)
class Item:
    """One line of the list. `seen` says that the system looks by itself; else somebody signs."""

    code: str
    title: str
    why: str
    seen: bool = False


ITEMS = (
    Item("dpia", N_("DPIA ondertekend"), N_("Wie tekende, en wanneer? De functionaris gegevensbescherming las mee.")),
    Item("register", N_("Verwerkingsregister bijgewerkt"), N_("Buurthulp staat in het register van de gemeente.")),
    Item("processor", N_("Verwerkersovereenkomst getekend"), N_("Met wie de site draait, of: de gemeente zelf.")),
    Item("insurer", N_("Verzekeraar gevraagd"), N_("Wat zei de verzekeraar over buren die elkaar helpen?")),
    Item(
        "insurance",
        N_("Zin over verzekering ingevuld"),
        N_("Wij beloven niets. De gemeente schrijft wat klopt."),
        True,
    ),
    Item(
        "contact", N_("Contactpunten ingevuld"), N_("Eén voor bewoners, één voor de overheid (DSA 11 en 12)."), True
    ),
    Item("house-rules", N_("Spelregels vastgesteld"), N_("De gemeente nam een tekst aan."), True),
    Item("privacy", N_("Privacytekst vastgesteld"), N_("De gemeente nam een tekst aan."), True),
    Item("moderators", N_("Moderators in elke buurt"), N_("Eén is genoeg om open te gaan. Twee is beter."), True),
    Item("coordinator", N_("Iemand voor de overdrachten"), N_("Er is iemand die vragen van bewoners oppakt."), True),
    Item(
        "mailbox", N_("Mailbox van de overdrachten getest"), N_("Er kwam een proefvraag binnen, en iemand las die.")
    ),
    Item("mail", N_("Afzender van de mail getest"), N_("Een mail van de site kwam aan, en niet bij de spam.")),
    Item("backups", N_("Back-up teruggezet"), N_("Het terugzetten is één keer echt geprobeerd.")),
    Item("breach", N_("Afspraak over datalekken"), N_("Wie belt wie, en hoe halen jullie de 72 uur?")),
)
"""In the order in which a municipality does them."""

SIGNED = {item.code: item for item in ITEMS if not item.seen}


@dataclass(frozen=True)
class Signature:
    """Who signed for a line: a name, a day, perhaps a note."""

    signed_by: str
    signed_on: date
    note: str = ""


@dataclass(frozen=True)
class Line:
    """A line as it stands. `detail` says in numbers or words what the system saw."""

    item: Item
    done: bool
    signature: Signature | None = None
    detail: str = ""


@dataclass(frozen=True)
class Seen:
    """What the system saw about one line."""

    done: bool
    detail: str = ""


def checklist(seen: Mapping[str, Seen], signed: Mapping[str, Signature]) -> list[Line]:
    """Return the list. What the system did not look at is not done; so is what nobody signed."""
    found = []
    for item in ITEMS:
        if item.seen:
            sight = seen.get(item.code, Seen(False))
            found.append(Line(item, sight.done, detail=sight.detail))
        else:
            found.append(Line(item, item.code in signed, signed.get(item.code)))
    return found


def is_ready(lines: list[Line]) -> bool:
    """Say whether residents may come in."""
    return bool(lines) and all(line.done for line in lines)


def signable(code: str) -> Item:
    """Return the line that somebody signs for, or raise NoSuchItem."""
    try:
        return SIGNED[code]
    except KeyError:
        raise NoSuchItem() from None
