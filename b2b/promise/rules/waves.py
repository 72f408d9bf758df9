"""Who is asked in a wave: few, the nearest first, and nobody who said not now. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from b2b.core.words import N_
from b2b.promise.rules.ladder import Rung
from b2b.promise.rules.terms import ASKS_A_WEEK, Moment, Reach, Rest, Terms


class Why(StrEnum):
    """Why somebody who fits is not asked. Seen by moderators who look for somebody; never by the asker."""

    ASKED_BEFORE = "asked_before"
    ANSWERED = "answered"
    CANNOT_REACT = "cannot_react"
    NEVER = "never"
    AWAY = "away"
    QUIET = "quiet"
    TOO_FAR = "too_far"
    OTHER_TIME = "other_time"
    MONTH_FULL = "month_full"
    ASKED_OFTEN = "asked_often"


WHY_WORDS = {
    Why.ASKED_BEFORE: N_("is al gevraagd"),
    Why.ANSWERED: N_("reageerde al"),
    Why.CANNOT_REACT: N_("kan vandaag niet meer reageren"),
    Why.NEVER: N_("wil geen mail met hulpvragen"),
    Why.AWAY: N_("is even weg"),
    Why.QUIET: N_("wil op dit uur geen mail"),
    Why.TOO_FAR: N_("helpt niet zo ver weg"),
    Why.OTHER_TIME: N_("kan op andere momenten"),
    Why.MONTH_FULL: N_("hielp deze maand al genoeg"),
    Why.ASKED_OFTEN: N_("kreeg deze week al genoeg vragen"),
}

BY_HAND = frozenset({Why.TOO_FAR, Why.OTHER_TIME})
"""A moderator who knows people may ask these all the same: they can say no. What they asked of us holds always."""


@dataclass(frozen=True)
class Helper:
    """Somebody whose offer fits a request well enough for an alert.

    `helped`: appointments of the last month; `waiting`: invitations without an answer; `asked_lately`: those of a week.
    `suits`: whether the words of offer and request name the same moments, None when one of them does not say.
    """

    member_id: int
    offer_id: int
    neighbourhood_id: int
    km: float | None
    fit: float
    terms: Terms = field(default_factory=Terms)
    rest: Rest = field(default_factory=Rest)
    suits: bool | None = None
    helped: int = 0
    waiting: int = 0
    asked_lately: int = 0
    asked_before: bool = False
    answered: bool = False
    can_react: bool = True


@dataclass(frozen=True)
class Need:
    """Where and when help is asked. `parts` is None when the words of the request do not say when."""

    neighbourhood_id: int
    adjacent: frozenset[int]
    parts: frozenset[Moment] | None = None


def is_tired(terms: Terms, rest: Rest, times: int, now: datetime) -> bool:
    """Say whether somebody does not want to be asked at all now; `times`: helped or asked in the last month."""
    return rest.never or rest.is_away(now) or rest.is_quiet(now) or times >= terms.monthly_max


def why_not(helper: Helper, need: Need, now: datetime) -> Why | None:
    """Return the first reason why this helper is not asked now, or None."""
    checks = (
        (Why.ANSWERED, helper.answered),
        (Why.ASKED_BEFORE, helper.asked_before),
        (Why.CANNOT_REACT, not helper.can_react),
        (Why.NEVER, helper.rest.never),
        (Why.AWAY, helper.rest.is_away(now)),
        (Why.MONTH_FULL, helper.helped + helper.waiting >= helper.terms.monthly_max),
        (Why.ASKED_OFTEN, helper.asked_lately >= ASKS_A_WEEK),
        (Why.TOO_FAR, not _reaches(helper, need)),
        (Why.OTHER_TIME, not _can_then(helper, need)),
        (Why.QUIET, helper.rest.is_quiet(now)),
    )
    return next((why for why, holds in checks if holds), None)


def wave(rung: Rung, invites: int, helpers: Iterable[Helper], need: Need, now: datetime) -> list[Helper]:
    """Return whom this rung asks: at most `invites`, each person once, the nearest first and then who fits best."""
    order = sorted(helpers, key=_nearest)
    fitting = [one for one in order if _is_in(rung, one, need) and why_not(one, need, now) is None]
    nearest: dict[int, Helper] = {}
    for one in fitting:
        nearest.setdefault(one.member_id, one)
    return list(nearest.values())[:invites]


def _nearest(helper: Helper) -> tuple[float, float, int]:
    return (0.0 if helper.km is None else round(helper.km, 1)), -helper.fit, helper.offer_id


def _is_in(rung: Rung, helper: Helper, need: Need) -> bool:
    """The first waves stay in the neighbourhood; after that everybody who wants to come so far."""
    return rung is Rung.AROUND or helper.neighbourhood_id == need.neighbourhood_id


def _reaches(helper: Helper, need: Need) -> bool:
    if helper.neighbourhood_id == need.neighbourhood_id or helper.terms.reach is Reach.TOWN:
        return True
    return helper.terms.reach is Reach.AROUND and helper.neighbourhood_id in need.adjacent


def _can_then(helper: Helper, need: Need) -> bool:
    """What was ticked for the offer says more than its words."""
    if helper.terms.parts and need.parts:
        return bool(helper.terms.parts & need.parts)
    return helper.suits is not False
