"""Questions about worries and early signals: what the desk sees, and what a look finds."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from b2b.concerns.models import EarlySignal, Worry
from b2b.concerns.rules.signals import (
    LIST_MAX,
    OFTEN,
    OFTEN_WITHIN,
    PART_STATES,
    QUIET_BEFORE,
    QUIET_LATELY,
    UNMET_AFTER,
    WAITING,
    Found,
    Part,
    SignalState,
    Why,
    is_quiet,
)
from b2b.core.db import Work
from b2b.handoff import queries as handoffs
from b2b.handoff.queries import Scope
from b2b.moderation import queries as reviews
from b2b.municipalities import queries as areas
from b2b.posts import queries as posts
from b2b.posts.rules import PostState
from b2b.promise import queries as promises


def listed(work: Work, scope: Scope, part: Part) -> list[EarlySignal]:
    """Return a part of the desk's list, the gravest first, and of those what is there longest. Nobody sees their own."""
    found = select(EarlySignal).where(
        EarlySignal.municipality_id == scope.municipality_id,
        col(EarlySignal.state).in_(PART_STATES[part]),
        col(EarlySignal.member_id).is_distinct_from(scope.member_id),
    )
    if scope.hoods is not None:
        found = found.where(col(EarlySignal.neighbourhood_id).in_(sorted(scope.hoods)))
    order = (col(EarlySignal.rank), col(EarlySignal.since), col(EarlySignal.id))
    return list(work.exec(found.order_by(*order).limit(LIST_MAX)))


def worry_of(work: Work, signal: EarlySignal) -> Worry | None:
    """Return what a neighbour told, when this signal is about that."""
    if signal.why is not Why.WORRY:
        return None
    return work.exec(select(Worry).where(Worry.reference == signal.subject)).first()


def signal_of(work: Work, worry: Worry) -> EarlySignal:
    """Return the line of the list that a worry became."""
    found = select(EarlySignal).where(
        EarlySignal.municipality_id == worry.municipality_id,
        EarlySignal.why == Why.WORRY,
        EarlySignal.subject == worry.reference,
    )
    return work.exec(found).one()


def by_id(work: Work, signal_id: int) -> EarlySignal | None:
    """Return a signal by its key."""
    return work.get(EarlySignal, signal_id)


def worries_of(work: Work, member_id: int) -> list[Worry]:
    """Return what this member told, the newest first."""
    return list(work.exec(select(Worry).where(Worry.member_id == member_id).order_by(col(Worry.id).desc())))


def worry_once(work: Work, member_id: int, once: str) -> Worry | None:
    """Return what this member told with this form already."""
    return work.exec(select(Worry).where(Worry.member_id == member_id, Worry.once == once)).first()


def worries_since(work: Work, member_id: int, within: timedelta) -> int:
    """Return how many worries a member told lately."""
    since = work.now() - within
    return work.exec(select(func.count()).where(Worry.member_id == member_id, col(Worry.created_at) > since)).one()


def waiting(work: Work) -> list[EarlySignal]:
    """Return what nobody took up yet and a look found, of all places: those whose reason may be over."""
    found = select(EarlySignal).where(col(EarlySignal.state).in_(WAITING), EarlySignal.why != Why.WORRY)
    return list(work.exec(found.order_by(col(EarlySignal.id))))


def known(work: Work) -> set[tuple[int, str, str]]:
    """Return what is on a list already, whatever the desk did with it."""
    found = select(EarlySignal.municipality_id, EarlySignal.why, EarlySignal.subject)
    return {(town, why, subject) for town, why, subject in work.exec(found)}


def to_wake(work: Work) -> list[EarlySignal]:
    """Return what was put off until now."""
    found = select(EarlySignal).where(
        EarlySignal.state == SignalState.LATER, col(EarlySignal.later_until) <= work.now()
    )
    return list(work.exec(found.order_by(col(EarlySignal.id))))


def look(work: Work) -> list[Found]:
    """Return every reason that holds now, in all municipalities; worries are told and not found."""
    return [*_crises(work), *_often(work), *_unmet(work), *_quiet(work)]


def mail_about(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of a mail about a signal: where, and nothing of anybody. None when it is gone."""
    signal = by_id(work, notification.subject["signal_id"])
    if signal is None:
        return None
    places = areas.places(work, signal.municipality_id)
    return {
        "reference": signal.reference,
        "subject": signal.subject,
        "state": str(signal.state),
        "neighbourhood": places.label(signal.neighbourhood_id),
    }


def mail_offer(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of an offer of help; None when the request is over."""
    signal = by_id(work, notification.subject["signal_id"])
    post = posts.post_by_reference(work, signal.subject) if signal is not None else None
    return None if post is None or post.state is not PostState.OPEN else {"post": post.reference, "title": post.title}


def _crises(work: Work) -> list[Found]:
    return [
        Found(Why.CRISIS, one.municipality_id, one.neighbourhood_id, one.reference, one.created_at, one.author_id)
        for one in reviews.crises(work)
    ]


def _often(work: Work) -> list[Found]:
    asked: dict[int, list[Any]] = defaultdict(list)
    for one in handoffs.asked_since(work, work.now() - OFTEN_WITHIN):
        asked[one.member_id].append(one)
    return [
        Found(
            Why.OFTEN,
            own[-1].municipality_id,
            own[-1].neighbourhood_id,
            own[-1].reference,
            own[-1].created_at,
            who,
            len(own),
        )
        for who, own in asked.items()
        if len(own) >= OFTEN
    ]


def _unmet(work: Work) -> list[Found]:
    return [
        Found(Why.UNMET, post.municipality_id, post.neighbourhood_id, post.reference, since, post.author_id)
        for post, since in promises.unmet(work, work.now() - UNMET_AFTER)
    ]


def _quiet(work: Work) -> list[Found]:
    """A place is named with the month, so that one which was set aside can be a signal again later."""
    now = work.now()
    since = now - QUIET_LATELY
    lately, both = posts.placed_since(work, since), posts.placed_since(work, since - QUIET_BEFORE)
    return [
        Found(Why.QUIET, town, hood, f"{hood}:{now:%Y-%m}", since, None, number)
        for (town, hood), number in both.items()
        if is_quiet(lately.get((town, hood), 0), number)
    ]
