"""Rows of the year before the demo: what one request, reaction or look back looks like in its table."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from b2b.core.clock import local
from b2b.core.ids import new_reference
from b2b.municipalities.queries import Places
from b2b.posts.categories import CATEGORIES

SEED = 20261122
PILOT_DAYS = 120
OVERVECHT = "overvecht"
WEIGHTS = {OVERVECHT: 9.0}
"""How much is asked in a wijk, where it is not the same as elsewhere."""
KINDS = {
    "boodschappen": 5,
    "klussen": 4,
    "gezelschap": 4,
    "digihulp": 3,
    "papieren": 2,
    "taal": 2,
    "koken": 1,
    "vervoer": 3,
    "tuin": 2,
    "huisdieren": 1,
}


@dataclass(frozen=True)
class Size:
    """How much happens: how many people take part, requests a day when it began and so many more in the end.

    Who helps is one of the `helping` that came last, so that some do more than others.
    """

    people: int = 520
    asked: float = 2.2
    grown: float = 2.6
    helping: int = 160


@dataclass
class Year:
    """Where and when it is lived, how large it is, and the dice by which everything falls."""

    here: Places
    now: datetime
    size: Size = Size()
    dice: Random = field(default_factory=lambda: Random(SEED))

    def moment(self, day: int, first: int = 8, last: int = 21) -> datetime:
        """Return a moment by day, so many days ago."""
        begin = local(self.now).replace(hour=first, minute=0, second=0, microsecond=0) - timedelta(days=day)
        return begin.astimezone(self.now.tzinfo) + timedelta(minutes=self.dice.randrange(60 * (last - first)))

    def hood(self) -> int:
        """Return a neighbourhood, more often one where more is asked."""
        weights = [WEIGHTS.get(quarter.slug, 3.0) for quarter in self.here.quarters]
        quarter = self.dice.choices(self.here.quarters, weights)[0]
        return self.dice.choice(quarter.hoods).id

    def in_pilot(self, hood: int, at: datetime) -> bool:
        """Say whether this was in the pilot."""
        began = self.now - timedelta(days=PILOT_DAYS)
        return at >= began and self.here.quarter_of(hood).slug == OVERVECHT


def post(year: Year, asker: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Return a request; how it ended is added to it."""
    kind = year.dice.choices(list(KINDS), list(KINDS.values()))[0]
    return {
        "reference": new_reference("V"),
        **here(year, asker),
        "author_id": asker["id"],
        "kind": "request",
        "category": kind,
        "title": CATEGORIES[kind].label,
        "body": "",
        "when_words": "",
        "where_words": "",
        "for_somebody_else": False,
        "quiet": year.dice.random() < 0.08,
        "invited": [],
        "version": 1,
        "created_at": at,
        "published_at": at,
    }


def promise(year: Year, at: datetime, due: datetime) -> dict[str, Any]:
    """Return its clock, stopped."""
    return {
        "municipality_id": year.here.municipality_id,
        "state": "stopped",
        "round": 1,
        "step": 0,
        "begun_at": at,
        "due_at": due,
        "stopped_at": due,
    }


def talk(year: Year, asker: dict[str, Any], helper: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Return the conversation of an asker and who answered, closed."""
    return {
        "reference": new_reference("G"),
        **here(year, asker),
        "author_id": asker["id"],
        "responder_id": helper["id"],
        "response": year.dice.choices(("yes", "partly"), (9, 1))[0],
        "state": "closed",
        "created_at": at,
        "last_message_at": at,
    }


def said(
    year: Year,
    who: dict[str, Any],
    starts: datetime,
    happened: str,
    helped: str | None = None,
    else_: str | None = None,
) -> dict[str, Any]:
    """Return what one side says: half of them also what it was worth."""
    worth = year.dice.choices(("much", "some", "little"), (12, 5, 1))[0] if year.dice.random() < 0.55 else None
    return {
        "municipality_id": year.here.municipality_id,
        "member_id": who["id"],
        "happened": happened,
        "helped": helped,
        "worth": worth if helped else None,
        "otherwise": else_,
        "at": starts + timedelta(hours=year.dice.uniform(2, 40)),
    }


def here(year: Year, asker: dict[str, Any]) -> dict[str, int]:
    """Return where something was: where the asker lives."""
    return {"municipality_id": year.here.municipality_id, "neighbourhood_id": asker["neighbourhood_id"]}
