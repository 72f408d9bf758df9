"""Helping to ask: from a few short answers to a title and a text, which the author can still change. Pure."""

from b2b.core.words import N_
from b2b.posts.rules import BODY_MAX, TITLE_MAX

EXAMPLES = {
    "boodschappen": (
        N_("Ik loop slecht. De winkel is dichtbij, maar de tas is te zwaar."),
        N_("Ik geef een lijstje mee. Het zijn ongeveer 10 dingen."),
    ),
    "klussen": (
        N_("Ik durf niet meer op de trap. Alles wat nodig is ligt klaar."),
        N_("Het is een klein klusje. Het duurt ongeveer een half uur."),
    ),
    "gezelschap": (
        N_("Ik ben vaak alleen. Ik vind het leuk om samen koffie te drinken."),
        N_("Ik wandel graag, maar niet alleen. Een klein rondje is genoeg."),
    ),
    "digihulp": (
        N_("Mijn telefoon is nieuw en ik snap hem niet. Ik wil het graag zelf leren."),
        N_("De printer doet het niet meer. Ik weet niet wat ik moet doen."),
    ),
    "papieren": (
        N_("Ik kreeg een brief en ik begrijp hem niet. Wie leest hem met mij?"),
        N_("Ik moet een formulier invullen. Samen lukt het beter."),
    ),
    "taal": (
        N_("Ik wil beter Nederlands praten. Een keer per week een half uur is fijn."),
        N_("Mijn dochter vindt rekenen moeilijk. Ik ben er altijd bij."),
    ),
    "koken": (
        N_("Koken lukt mij nu niet. Een warme maaltijd zou heel fijn zijn."),
        N_("Ik eet niet graag alleen. Wie kookt er een keer met mij?"),
    ),
    "vervoer": (
        N_("Ik moet naar het ziekenhuis en kan niet met de bus."),
        N_("Ik zie op tegen het gesprek bij de dokter. Wie gaat er met mij mee?"),
    ),
    "tuin": (
        N_("Het gras is te hoog. Ik heb een maaier, maar ik kan het zelf niet meer."),
        N_("De container is te zwaar voor mij. Wie zet hem op dinsdag buiten?"),
    ),
    "kinderen": (
        N_("Ik ken hier nog geen andere ouders. Wie gaat er mee naar de speeltuin?"),
        N_("Ik ben er altijd zelf bij."),
    ),
    "huisdieren": (
        N_("Ik ben geopereerd en mag een maand niet lopen. Mijn hond is rustig."),
        N_("Ik ben een week weg. De kat heeft 1 keer per dag eten nodig."),
    ),
    "lenen": (
        N_("Ik heb een boormachine nodig voor 1 middag. Ik breng hem netjes terug."),
        N_("Wij krijgen bezoek. Wie heeft er 4 stoelen te leen?"),
    ),
    "anders": (
        N_("Het is iets kleins, maar ik kom er zelf niet uit."),
        N_("Ik weet niet goed wie dit kan. Denk je met mij mee?"),
    ),
}
"""Kind of help -> sentences as neighbours write them: short, friendly, without shame."""


def composed(what: str, why: str = "", how_often: str = "", good_to_know: str = "") -> tuple[str, str]:
    """Return (title, text) of short answers: why first, because that is how people tell it to each other."""
    sentences = [sentence(part) for part in (why, what, how_often, good_to_know) if part.strip()]
    return _title(what), " ".join(sentences)[:BODY_MAX]


def sentence(text: str) -> str:
    """Return `text` with a capital in front and a full stop behind, if it has none."""
    words = text.strip()
    return words[:1].upper() + words[1:] + ("" if words[-1:] in ".!?" else ".")


def _title(what: str) -> str:
    """Return the first sentence, cut between two words when it is too long."""
    first = sentence(what).split(". ")[0].rstrip(".")
    if len(first) <= TITLE_MAX:
        return first
    return first[: TITLE_MAX - 1].rsplit(" ", 1)[0] + "…"
