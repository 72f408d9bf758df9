"""Whom a mail may reach at this moment. The state is read when it is sent, not when the job was made."""

from datetime import datetime

from b2b.accounts.queries import Profile
from b2b.accounts.rules import MemberState
from b2b.notifications.models import Notification
from b2b.notifications.rules import TO_EVERYBODY
from b2b.notifications.rules.news import Importance, news_of


def may_hear(who: Profile, notification: Notification, now: datetime) -> bool:
    """Say whether this mail may reach them: who cannot take part still hears why, and what came of an objection.

    To an address that gives mail back only what everybody must know is still tried.
    """
    if who.state is MemberState.ERASED:
        return False
    if who.email_failed_at is not None and news_of(notification.event).importance is not Importance.ALWAYS:
        return False
    return not who.is_out(now) or notification.event in TO_EVERYBODY
