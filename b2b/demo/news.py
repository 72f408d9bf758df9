"""What the people of the demo have read of their messages, and what they wish of our mail."""

from datetime import datetime, timedelta

from b2b.demo.stage import Stage
from b2b.notifications import queries, service
from b2b.notifications.rules.news import DIGEST_MAX, Important, Rest

READ_UNTIL = timedelta(days=2)
"""Everybody has read what is older; what came after is new, so that bells have something to count."""
WEEKLY = "Henk"


def looked_at(now: datetime) -> datetime:
    """Return when everybody last looked at their messages."""
    return now - READ_UNTIL


def everybody_reads(stage: Stage) -> None:
    """Let everybody read what they were told so far; one of them wants the rest once a week."""
    stage.acts_nobody()
    for member_id in stage.members.values():
        service.read_all(stage.work, member_id)
    town = stage.town(WEEKLY).municipality_id
    service.wish(stage.work, town, stage.members[WEEKLY], Important.AT_ONCE, Rest.WEEKLY)


def nothing_waits(stage: Stage) -> None:
    """Count what would go in everybody's next digest as mailed: it is of the past."""
    for member_id in stage.members.values():
        while waiting := queries.for_digest(stage.work, member_id, stage.now, DIGEST_MAX):
            service.mark_mailed(stage.work, *(row.id or 0 for row in waiting))
