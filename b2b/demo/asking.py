"""Asking without shame: questions that only a few neighbours read."""

from b2b.demo.entries import ASK, ELSEWHERE, OFFER, Entry
from b2b.demo.steps import Declines, NotNow, Reacts, Says

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off

QUIET = (
    Entry(
        "brieven-stil", ASK, "Henk", "3d 10:20", "papieren/brief",
        "Wie leest mijn post met mij door?",
        "Sinds mijn vrouw er niet meer is laat ik de brieven liggen. Ik snap ze niet goed meer. Ik wil er samen een keer "
        "doorheen, aan tafel.",
        when="Een middag", quiet=True, helpers=("Rob", "Sanne"),
        then=(
            Declines("3d 12:05", "Sanne"),
            Reacts("3d 19:30", "Rob", "Dag Henk, dat doen we samen. Ik heb er geen haast bij en praat er met niemand over."),
            Says("2d 09:15", "Henk", "Dat is fijn Rob. Ik zag er tegenop om het te vragen.", "Rob"),
        ),
    ),
)
"""Read by who was asked and by the moderator: on no list of the demo."""

OFFER_FIRST = (
    Entry(
        "wandelen-rolstoel", OFFER, "Ria", "6d 10:00", "gezelschap/wandelen",
        "Ik wandel graag met iemand in een rolstoel",
        "Een rondje door het park of langs de Vecht. Ik heb dat jaren met mijn moeder gedaan.",
        when="Woensdag in de middag", place=ELSEWHERE, where="Park de Gagel",
        then=(
            Reacts("2d 11:20", "Marjan", "Mijn buurvrouw zit in een rolstoel. Kun je deze woensdag met haar wandelen?"),
            NotNow("2d 13:00", "Marjan"),
        ),
    ),
)
"""One neighbour is asked and cannot now: the asker sees who else can."""
# fmt: on
