"""How much work somebody has, and a kind word about it. A view of one's own week, never a ranking. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from b2b.core.words import N_
from b2b.moderation.rules.notices import NoticeCategory

WEEK = timedelta(days=7)
DAILY_LIMIT = 20
"""So many decisions a day is enough, unless the municipality says otherwise (moderation.daily_limit)."""
HEAVY_WEEK = 3
"""After so many heavy ones in a week it is good to hand the next one on."""
HEAVY = frozenset({NoticeCategory.DANGER, NoticeCategory.CHILD_ABUSE, NoticeCategory.DISCRIMINATION})
"""Notices that stay with who reads them."""
WISHED = 2
"""So many moderators a neighbourhood needs, so that one can be away."""


class Advice(StrEnum):
    """What to say to somebody about the work."""

    ENOUGH_TODAY = "enough_today"
    HAND_ON = "hand_on"
    FINE = "fine"


ADVICE = {
    Advice.ENOUGH_TODAY: N_(
        "Je hebt vandaag genoeg gedaan. De rest kan wachten, of iemand anders doet het. Neem pauze."
    ),
    Advice.HAND_ON: N_(
        "Je las deze week veel zware berichten. Geef het volgende gerust door. Praat er eens over met iemand."
    ),
    Advice.FINE: N_("Je doet dit goed. Wordt het te veel? Geef dan door of neem pauze."),
}


@dataclass(frozen=True)
class Load:
    """What one moderator did: decisions today and this week, heavy ones this week, claims open now."""

    today: int = 0
    week: int = 0
    heavy: int = 0
    claimed: int = 0


def advice(load: Load, daily_limit: int = DAILY_LIMIT) -> Advice:
    """Return what fits this load best."""
    if load.today >= daily_limit:
        return Advice.ENOUGH_TODAY
    return Advice.HAND_ON if load.heavy >= HEAVY_WEEK else Advice.FINE
