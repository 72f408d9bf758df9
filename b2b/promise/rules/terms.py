"""How a helper wants to be asked: which parts of the week, how far, how often, and when not at all. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from b2b.core.clock import local
from b2b.core.words import N_
from b2b.matching.rules.moments import DAYS, PARTS

Moment = tuple[str, str]
"""A part of the week: ("ma", "ochtend")."""
USUAL_MAX = 4
"""Who says nothing is asked to help at most so many times a month."""
MOST = 30
PARTS_MAX = 240
"""Characters in which every part of a week fits."""
ASKS_A_WEEK = 3
"""Nobody gets more invitations than this in seven days, whatever they offer."""
MONTH, WEEK = timedelta(days=30), timedelta(days=7)
WAITS = timedelta(days=3)
"""An invitation without an answer counts as a promise for so long: two waves must not ask for one last place."""


class Reach(StrEnum):
    OWN = "own"
    AROUND = "around"
    TOWN = "town"


REACH_WORDS = {
    Reach.OWN: N_("Alleen in mijn eigen buurt"),
    Reach.AROUND: N_("In mijn buurt en de buurten ernaast"),
    Reach.TOWN: N_("In de hele gemeente"),
}
DAY_WORDS = dict(
    zip(
        DAYS,
        (
            N_("maandag"),
            N_("dinsdag"),
            N_("woensdag"),
            N_("donderdag"),
            N_("vrijdag"),
            N_("zaterdag"),
            N_("zondag"),
        ),
        strict=True,
    )
)
PART_WORDS = dict(zip(PARTS, (N_("ochtend"), N_("middag"), N_("avond")), strict=True))


@dataclass(frozen=True)
class Terms:
    """What somebody says about one offer. No `parts`: any time, or what the words of the offer say."""

    parts: frozenset[Moment] = frozenset()
    reach: Reach = Reach.AROUND
    monthly_max: int = USUAL_MAX


@dataclass(frozen=True)
class Rest:
    """When a member is not asked: a holiday (days, both included), quiet hours of each day, or never."""

    away_from: date | None = None
    away_until: date | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    never: bool = False

    def is_away(self, now: datetime) -> bool:
        """Say whether today lies in the holiday; without a first day it began, without a last day it goes on."""
        if self.away_from is None and self.away_until is None:
            return False
        today = local(now).date()
        return (self.away_from or today) <= today <= (self.away_until or today)

    def is_quiet(self, now: datetime) -> bool:
        """Say whether it is a quiet hour, also when those go past midnight."""
        if self.quiet_from is None or self.quiet_until is None or self.quiet_from == self.quiet_until:
            return False
        hour = local(now).hour
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until


def stored(parts: frozenset[Moment]) -> str:
    """Return parts of the week as one short text, in the order of the week."""
    return ",".join(f"{day}-{part}" for day in DAYS for part in PARTS if (day, part) in parts)


def parts_of(text: str) -> frozenset[Moment]:
    """Read such a text back; what is no part of the week is left out."""
    found = {tuple(word.split("-", 1)) for word in text.split(",") if "-" in word}
    return frozenset((day, part) for day, part in found if day in DAYS and part in PARTS)


def in_words(parts: frozenset[Moment]) -> list[tuple[str, list[str]]]:
    """Return, per day that is named, the day and its parts as they are called."""
    return [
        (DAY_WORDS[day], [PART_WORDS[part] for part in PARTS if (day, part) in parts])
        for day in DAYS
        if any((day, part) in parts for part in PARTS)
    ]
