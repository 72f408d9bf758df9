"""Who listens to what, which job is done by whom: the only file that knows both sides."""

from typing import Any

from b2b.handoff import delivery as handoff_delivery
from b2b.handoff import queries as handoff_queries
from b2b.handoff import service as handoffs
from b2b.handoff.events import HandedOver, HandoffMoved
from b2b.jobs import letters
from b2b.jobs import service as jobs
from b2b.jobs.purging import purging
from b2b.jobs.schedule import Slot, daily
from b2b.jobs.worker import Task
from b2b.notifications import delivery
from b2b.notifications import service as notifications
from b2b.web import ratelimits

REACTIONS: dict[type, list[Any]] = {
    HandedOver: [handoffs.tell_staff],
    HandoffMoved: [handoffs.tell_resident],
}
"""Event -> reactions, run in the transaction that recorded it."""

MAIL_CONTEXTS: dict[str, Any] = {
    "handoff-waiting": handoff_queries.mail_to_staff,
    "handoff-moved": handoff_queries.mail_about,
}
"""Mail event -> function(work, notification) that looks up its words when it is sent."""

TASKS: dict[str, Task] = {
    "mail:send": Task(delivery.to_member(MAIL_CONTEXTS)),
    handoffs.DELIVER: Task(handoff_delivery.deliver, tries=12),
    "purge:handoffs": Task(purging(handoffs.purge)),
    letters.KIND: Task(delivery.to_address, forget=True),
    "purge:jobs": Task(purging(jobs.purge)),
    "purge:limits": Task(purging(ratelimits.purge)),
    "purge:notifications": Task(purging(notifications.purge)),
}
"""Job kind -> its handler, run by the worker."""

SLOTS: list[Slot] = [
    Slot("purge:handoffs", daily(4)),
    Slot("purge:jobs", daily(4)),
    Slot("purge:limits", daily(4)),
    Slot("purge:notifications", daily(4)),
]
"""Work that recurs."""
