"""Danger: what was reported goes out of sight at once, until a person has looked. The only thing a notice does by itself.

It is no decision: nobody has judged. Its author hears at once that it was put aside, why, by when
somebody looks, and what can be done. A deed of a reporter who was mostly wrong, or about words that a
moderator let stand not long ago, puts nothing aside.
"""

from datetime import timedelta

from b2b.conversations import service as conversations
from b2b.conversations.queries import Message
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import AT_ONCE, DecisionKind
from b2b.moderation.rules.priority import accuracy
from b2b.notifications.service import notify
from b2b.posts import service as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.thanks import service as thanking
from b2b.thanks.queries import Thanks

LEFT_ALONE = timedelta(days=7)
"""What a moderator let stand is not put aside again within this time, as long as its words stay the same."""
TRUSTED_FROM = 0.5
"""Below this accuracy (rules.priority) a notice waits for a person like any other."""


def set_aside(work: Work, item: ReviewItem, about: Target, notice: Notice) -> bool:
    """Put a reported thing aside when the notice says danger; say whether that happened."""
    if notice.category not in AT_ONCE or item.precaution_at is not None or not _may(work, item, about, notice):
        return False
    if isinstance(about.thing, Post) and about.thing.state is PostState.OPEN:
        posts.set_aside(work, about.thing)
    elif isinstance(about.thing, Message) and about.thing.hidden_at is None:
        lock(work, about.thing)
        conversations.hide_message(work, about.thing)
    elif isinstance(about.thing, Thanks) and about.thing.is_published:
        thanking.set_aside(work, about.thing)
    else:
        return False
    item.precaution_at = work.now()
    audit.note(work, "review.put_aside", item, notice=notice.id)
    notify(work, item.author_id, "put-aside", municipality_id=item.municipality_id, review_item_id=item.id)
    return True


def lift_precaution(work: Work, event: DecisionMade) -> None:
    """Show a message again that was put aside, when a person decided that nothing is wrong.

    A post or a thank-you comes back by its decision: it is placed, or refused.
    """
    decision = queries.decision(work, event.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if decision is None or item is None or item.precaution_at is None:
        return
    about = queries.target(work, item)
    if about is not None and isinstance(about.thing, Message) and decision.kind is DecisionKind.NO_ACTION:
        conversations.show_message(work, about.thing)


def _may(work: Work, item: ReviewItem, about: Target, notice: Notice) -> bool:
    past = queries.accuracies(work, [notice.notifier_key] if notice.notifier_key else [])
    if accuracy(*past.get(notice.notifier_key or b"", (0, 0))) < TRUSTED_FROM:
        return False
    return not queries.let_stand(work, item.target_kind, item.target_id, about.hash, work.now() - LEFT_ALONE)
