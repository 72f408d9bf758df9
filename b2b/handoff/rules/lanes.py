"""The parts of the desk's list. Pure."""

from enum import StrEnum

from b2b.core.words import N_


class Lane(StrEnum):
    """A part of the list, by its name in the address."""

    NEW = "nieuw"
    MINE = "mijn"
    OTHERS = "collegas"
    WAITING = "wacht"
    DONE = "klaar"


LANE_WORDS = {
    Lane.NEW: N_("Nieuw"),
    Lane.MINE: N_("Van mij"),
    Lane.OTHERS: N_("Van collega’s"),
    Lane.WAITING: N_("Wacht op bewoner"),
    Lane.DONE: N_("Klaar"),
}


def lane_of(text: str | None) -> Lane:
    """Return the lane that an address names, or the first."""
    return Lane(text) if text in set(Lane) else Lane.NEW
