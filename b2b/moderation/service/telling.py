"""Who hears what: moderators that something waits, authors why, notifiers that we looked."""

from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade, NoticeFiled, ReviewAsked, ReviewWentUp
from b2b.moderation.models import Notice
from b2b.moderation.rules import DecisionKind, TargetKind
from b2b.moderation.service.escalating import circle
from b2b.notifications.service import mail_to, notify

_MAIL_OF = {
    (TargetKind.POST, DecisionKind.PLACE): "post-placed",
    (TargetKind.POST, DecisionKind.ASK_CHANGE): "post-change-asked",
}


def tell_moderators(work: Work, event: ReviewAsked) -> None:
    """Mail the circle whose turn it is: something waits, not what it says."""
    _tell_circle(work, event.review_item_id, "review-waiting")


def tell_higher(work: Work, event: ReviewWentUp) -> None:
    """Mail the next circle that nobody decided yet."""
    _tell_circle(work, event.review_item_id, "review-went-up")


def tell_about_decision(work: Work, event: DecisionMade) -> None:
    """Mail the author why (a restriction: its statement of reasons), and who filed a notice that we looked."""
    decision = queries.decision(work, event.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if decision is None or item is None:
        return
    mail = _MAIL_OF.get((item.target_kind, decision.kind))
    if decision.statement_id is not None:
        ids = {"municipality_id": item.municipality_id, "statement_id": decision.statement_id}
        notify(work, item.author_id, "statement-of-reasons", **ids)
    elif mail is not None:
        notify(work, item.author_id, mail, municipality_id=item.municipality_id, decision_id=decision.id)
    for notice in queries.notices_of(work, item.id or 0):
        tell_notifier(work, notice, "notice-decided")


def tell_receipt(work: Work, event: NoticeFiled) -> None:
    """Mail who filed a notice that we have it, when we know where."""
    notice = queries.notice(work, event.notice_id)
    if notice is not None:
        tell_notifier(work, notice, "notice-receipt")


def _tell_circle(work: Work, item_id: int, mail: str) -> None:
    item = queries.item(work, item_id)
    if item is None:
        return
    for member_id in circle(work, item, item.level):
        notify(work, member_id, mail, municipality_id=item.municipality_id, review_item_id=item.id)


def tell_notifier(work: Work, notice: Notice, mail: str) -> None:
    """Write to a member, or to the address that was left. Nothing that was typed is in the letter."""
    if notice.notifier_id is not None:
        notify(work, notice.notifier_id, mail, municipality_id=notice.municipality_id, notice_id=notice.id)
    elif notice.notifier_email:
        mail_to(
            work,
            mail,
            notice.notifier_email,
            municipality_id=notice.municipality_id,
            language=notice.language,
            dedupe_key=f"{mail}:{notice.id}",
            **queries.notice_words(work, notice),
        )
