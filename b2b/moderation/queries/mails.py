"""What mails about review say, looked up when they are sent. None: no longer needed.

No mail to an author says who filed a notice, and no mail to a notifier quotes what was written
for the author.
"""

from typing import Any

from sqlmodel import select

from b2b.accounts import queries as people
from b2b.conversations import queries as conversations
from b2b.core.db import Work
from b2b.moderation.models import Absence, Decision, Notice, Reading, ReviewItem
from b2b.moderation.queries.complaints import last_outcome
from b2b.moderation.queries.targets import target
from b2b.moderation.rules import DecisionKind, ReviewReason, ReviewState, TargetKind
from b2b.moderation.rules.complaints import RESULT_WORDS
from b2b.moderation.rules.readings import WHY_WORDS
from b2b.moderation.rules.words import HOUSE_RULES, OUTCOMES
from b2b.municipalities import queries as areas
from b2b.posts.queries import Post
from b2b.thanks import queries as thank_yous

_TRUE_WHILE = {
    DecisionKind.PLACE: frozenset({"open", "matched"}),
    DecisionKind.ASK_CHANGE: frozenset({"change_asked"}),
}
"""News that is not sent any more once the post has moved on. Refusals always reach their author."""


def to_moderator(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for who should decide, without any word of a resident; None once it was decided."""
    item = work.get(ReviewItem, notification.subject["review_item_id"])
    if item is None or item.state is not ReviewState.WAITING:
        return None
    return {
        "reference": item.reference,
        "neighbourhood": areas.places(work, item.municipality_id).label(item.neighbourhood_id),
        "since": item.created_at,
        "noticed": item.notices > 0,
        "newcomer": item.reason is ReviewReason.NEWCOMER,
        "urgent": item.urgent,
        "target_kind": str(item.target_kind),
    }


def to_author(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the statement of reasons for who it concerns."""
    decision = work.get(Decision, notification.subject["decision_id"])
    item = work.get(ReviewItem, decision.review_item_id) if decision else None
    about = target(work, item) if item else None
    if decision is None or item is None or about is None:
        return None
    wanted = _TRUE_WHILE.get(decision.kind)
    if wanted is not None and about.state not in wanted:
        return None
    post = about.thing if isinstance(about.thing, Post) else None
    return {
        "decision": decision.reference,
        "at": decision.at,
        "rule": HOUSE_RULES.get(decision.rule or ""),
        "explanation": decision.explanation,
        "noticed": item.notices > 0,
        "post": post.reference if post else None,
        "post_title": post.title if post else None,
        "words": about.words if about.kind in (TargetKind.MESSAGE, TargetKind.THANKS) else None,
    }


def to_notifier(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for a member who filed a notice: the receipt, and later the outcome."""
    notice = work.get(Notice, notification.subject["notice_id"])
    return notice_words(work, notice) if notice else None


def notice_words(work: Work, notice: Notice) -> dict[str, Any]:
    """Return what who filed a notice may read: also for a letter to somebody without an account."""
    item = work.get(ReviewItem, notice.review_item_id)
    decision = work.exec(select(Decision).where(Decision.review_item_id == notice.review_item_id)).first()
    answered = decision is not None and decision.kind is DecisionKind.NO_ACTION
    return {
        "reference": notice.reference,
        "target_kind": str(item.target_kind) if item else "",
        "outcome": OUTCOMES[decision.kind] if decision else None,
        "explanation": decision.explanation if decision and answered else None,
        "reconsidered": RESULT_WORDS[again] if (again := last_outcome(work, notice.review_item_id)) else None,
    }


def put_aside(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for who wrote what was put aside because of danger; None once a person decided."""
    item = work.get(ReviewItem, notification.subject["review_item_id"])
    about = target(work, item) if item else None
    if item is None or about is None or item.state is not ReviewState.WAITING:
        return None
    post = about.thing if isinstance(about.thing, Post) else None
    return {
        "reference": item.reference,
        "at": item.precaution_at,
        "due": item.due_at,
        "post": post.reference if post else None,
        "post_title": post.title if post else None,
        "words": about.words if about.kind in (TargetKind.MESSAGE, TargetKind.THANKS) else None,
    }


def message_read(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return when a moderator read what is between two, on what ground and in which case; never who reported it."""
    found = work.get(Reading, notification.subject["reading_id"])
    item = work.get(ReviewItem, found.review_item_id) if found else None
    if found is None or item is None:
        return None
    said = thank_yous.thanks(work, found.thanks_id) if found.thanks_id else None
    talk = conversations.conversation(work, (said.conversation_id if said else found.conversation_id) or 0)
    if talk is None and said is None:
        return None
    words = {"at": found.at, "why": WHY_WORDS[found.why], "case": item.reference}
    return words | {"conversation": talk.reference if talk else None, "of_thanks": said is not None}


def cover_asked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return for whom somebody stands in, and how long; None when that one is back."""
    absence = work.get(Absence, notification.subject["absence_id"])
    if absence is None or absence.ended_at is not None or absence.ends_at <= work.now():
        return None
    names = people.names(work, [absence.member_id])
    return {"name": names.get(absence.member_id, ""), "starts_at": absence.starts_at, "ends_at": absence.ends_at}
