"""Where else somebody can go: numbers that many people need. Pure data, with source and date.

A municipality's own places (a neighbourhood team, a debt desk) are in `b2b.signposts`, not part of this list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from b2b.core.db import Work
from b2b.core.words import N_

NOTED_ON = date(2026, 11, 22)
"""The day on which these numbers were written down here, from what the organisations publish."""


@dataclass(frozen=True)
class Signpost:
    """A place to go. `hours` and `what` are sentences; an empty phone means: no national number."""

    code: str
    name: str
    what: str
    phone: str = ""
    hours: str = ""
    url: str = ""
    source: str = ""
    noted_on: date = NOTED_ON


_NIGHT = N_("Dag en nacht, elke dag.")

_ALL = (
    Signpost(
        "112",
        N_("112"),
        N_("Er is nu gevaar. Politie, brandweer of ambulance."),
        "112",
        _NIGHT,
        "https://www.112.nl",
        "112.nl",
    ),
    Signpost(
        "politie",
        N_("Politie, geen spoed"),
        N_("Je wilt de politie spreken. Er is geen haast."),
        "0900-8844",
        _NIGHT,
        "https://www.politie.nl",
        "politie.nl",
    ),
    Signpost(
        "113",
        N_("113 Zelfmoordpreventie"),
        N_("Je denkt aan zelfmoord. Of je maakt je zorgen over iemand. Bellen is gratis en mag zonder naam."),
        "113",
        _NIGHT,
        "https://www.113.nl",
        "113.nl",
    ),
    Signpost(
        "veilig-thuis",
        N_("Veilig Thuis"),
        N_("Iemand doet je thuis pijn of maakt je bang. Of je maakt je zorgen over iemand anders. Gratis."),
        "0800-2000",
        _NIGHT,
        "https://veiligthuis.nl",
        "veiligthuis.nl",
    ),
    Signpost(
        "huisarts",
        N_("Je huisarts"),
        N_("Je bent ziek of je hebt zorg nodig. Bel het nummer van je eigen huisarts."),
        "",
        N_("Op werkdagen overdag."),
        "https://www.thuisarts.nl",
        "thuisarts.nl",
    ),
    Signpost(
        "huisartsenpost",
        N_("Huisartsenpost"),
        N_("Je hebt snel een dokter nodig. Het is avond, nacht of weekend."),
        "",
        N_("In de avond, de nacht en het weekend."),
        "https://www.thuisarts.nl/huisartsenspoedpost",
        "thuisarts.nl",
    ),
    Signpost(
        "kindertelefoon",
        N_("Kindertelefoon"),
        N_("Je bent tussen 8 en 18 jaar en je wilt praten. Gratis."),
        "0800-0432",
        N_("Elke dag van 11.00 tot 21.00 uur."),
        "https://www.kindertelefoon.nl",
        "kindertelefoon.nl",
    ),
    Signpost(
        "luisterlijn",
        N_("De Luisterlijn"),
        N_("Je wilt met iemand praten. Bijvoorbeeld als je je alleen voelt."),
        "088 0767 000",
        _NIGHT,
        "https://www.deluisterlijn.nl",
        "deluisterlijn.nl",
    ),
    Signpost(
        "geldfit",
        N_("Geldfit"),
        N_("Je hebt zorgen over geld of schulden. Gratis, en je hoeft je naam niet te zeggen."),
        "0800-8115",
        N_("Op werkdagen."),
        "https://geldfit.nl",
        "geldfit.nl",
    ),
    Signpost(
        "juridisch-loket",
        N_("Juridisch Loket"),
        N_("Je hebt een vraag over je rechten. Gratis."),
        "0800-8020",
        N_("Op werkdagen."),
        "https://www.juridischloket.nl",
        "juridischloket.nl",
    ),
    Signpost(
        "digid",
        N_("Helpdesk DigiD"),
        N_("Je hebt hulp nodig met DigiD. Of iemand anders gebruikt jouw DigiD."),
        "088 123 65 55",
        N_("Op werkdagen van 8.00 tot 20.00 uur."),
        "https://www.digid.nl",
        "digid.nl",
    ),
    Signpost(
        "bibliotheek",
        N_("Bibliotheek"),
        N_(
            "In de bibliotheek krijg je gratis hulp met de computer en de overheid. Vraag naar het "
            "Informatiepunt Digitale Overheid."
        ),
        "",
        "",
        "https://www.informatiepuntdigitaleoverheid.nl",
        "informatiepuntdigitaleoverheid.nl",
    ),
    Signpost(
        "bank",
        N_("Je eigen bank"),
        N_("Is iemand met je pas of code weg? Bel meteen je bank. Het nummer staat in je bankapp en op je pas."),
        "",
        _NIGHT,
        "",
        "",
    ),
    Signpost(
        "kinderopvang",
        N_("Kinderopvang en gastouders"),
        N_("Hier vind je opvang die wordt gecontroleerd."),
        "",
        "",
        "https://www.landelijkregisterkinderopvang.nl",
        "landelijkregisterkinderopvang.nl",
    ),
    Signpost(
        "gaslucht",
        N_("Gaslucht of stroom uit"),
        N_("Je ruikt gas. Of de stroom is uitgevallen. Gratis."),
        "0800-9009",
        _NIGHT,
        "https://www.gasenstroomstoringen.nl",
        "gasenstroomstoringen.nl",
    ),
    Signpost(
        "dier-in-nood",
        N_("Dier in nood"),
        N_("Je ziet een dier dat snel hulp nodig heeft."),
        "144",
        _NIGHT,
        "https://www.politie.nl/onderwerpen/dierenpolitie-144-red-een-dier.html",
        "politie.nl",
    ),
    Signpost(
        "gemeente",
        N_("De gemeente"),
        N_("Je weet niet waar je moet zijn. De gemeente zoekt het met je uit."),
        "14 030",
        N_("Op werkdagen."),
        "",
        "",
    ),
)

SIGNPOSTS: dict[str, Signpost] = {post.code: post for post in _ALL}
"""By code."""

OWN_NUMBERS: list[Callable[[Work, int], list[Any]]] = []
"""Each returns a municipality's own places for an emergency: a floor above knows them. Filled by `b2b/reactions`."""

DANGER = ("112", "politie", "veilig-thuis", "113", "huisarts", "huisartsenpost", "kindertelefoon", "luisterlijn")
"""What the page about danger shows, most urgent first."""
