"""What the software saw, for the desk, the people in a conversation, and the writer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import ReviewItem, Signal
from b2b.moderation.rules import ReviewState, TargetKind
from b2b.moderation.signals import Action, explain


@dataclass(frozen=True)
class Seen:
    """One signal in words: which detector spoke, what it saw (for a moderator), what it says to people."""

    code: str
    version: int
    action: Action
    at: datetime
    why: str
    advice: str


@dataclass(frozen=True)
class Mark:
    """A signal on a message of a conversation."""

    message_id: int
    author_id: int
    seen: Seen


_COLUMNS = (col(Signal.code), col(Signal.version), col(Signal.action), col(Signal.created_at))


def about(work: Work, kind: TargetKind, target_id: int) -> list[Seen]:
    """Return the signals about one thing, the gravest first."""
    found = select(*_COLUMNS).where(col(Signal.target_kind) == kind, col(Signal.target_id) == target_id)
    return _ordered(_seen(*row) for row in work.connection().execute(found))


def of_messages(work: Work, ids: Iterable[int]) -> list[Mark]:
    """Return the signals about these messages, in one statement."""
    found = select(col(Signal.target_id), col(Signal.author_id), *_COLUMNS).where(
        col(Signal.target_kind) == TargetKind.MESSAGE, col(Signal.target_id).in_(list(ids))
    )
    return [Mark(row[0], row[1], _seen(*row[2:])) for row in work.connection().execute(found)]


def crisis_since(work: Work, kind: TargetKind, target_id: int, since: datetime) -> list[Seen]:
    """Return the cries for help in one thing, seen after `since`."""
    return [one for one in about(work, kind, target_id) if one.action is Action.CRISIS and one.at > since]


def held_message(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return what the writer of a held message hears; None once a moderator decided."""
    item = work.get(ReviewItem, notification.subject["review_item_id"])
    if item is None or item.state is not ReviewState.WAITING or item.precaution_at is None:
        return None
    seen = [one for one in about(work, item.target_kind, item.target_id) if one.action is Action.HOLD]
    return {"reference": item.reference, "due": item.due_at, "reasons": [one.advice for one in seen]}


def _seen(code: str, version: int, action: Action, at: datetime) -> Seen:
    detector = explain(code)
    return Seen(code, version, action, at, detector.why if detector else code, detector.advice if detector else "")


def _ordered(found: Iterable[Seen]) -> list[Seen]:
    rank = {Action.CRISIS: 0, Action.HOLD: 1, Action.WARN: 2}
    return sorted(found, key=lambda one: (rank.get(one.action, 9), one.code))
