"""Asking without shame: questions that only a few neighbours read."""

from b2b.demo.entries import ASK, Entry
from b2b.demo.steps import Declines, Reacts, Says

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
# fmt: on
